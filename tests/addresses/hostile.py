"""What no reader types, and somebody will send: values for fields, parts of addresses, headers."""

from __future__ import annotations

DIGITS = "7" * 5000  # more than Python reads as a number

# For each kind of trouble, a value. A lone surrogate reaches the site as its three bytes.
VALUES: dict[str, str] = {
    "5,000 digits": DIGITS,
    "a page of 5,000 digits": "1".zfill(5000),
    "more than 64 bits": str(2**63),
    "a negative number": "-1",
    "a digit that is no decimal": "²",
    "a decimal of another script": "٣",
    "a character that is none": "a\0b",
    "half a character": "a\ud800b",
    "no address": "http://[bad",
    "very long": "x" * 20_000,
    "turned text": "\u202eabc\u2066\u200f",
    "a quotation that never ends": "\"'“<a href=",
    "a pattern": "%s{0}{{x}}\\N(.*)*$",
}
# Those that fit into one segment of a path.
SEGMENTS = {kind: value for kind, value in VALUES.items() if "/" not in value}

# Every header that the site, or what it is built on, reads; without the session, which is asked
# for in the admin alone.
HEADERS: tuple[dict[str, str], ...] = (
    {"HX-Request": "true", "HX-Current-URL": "http://[bad"},
    {"HX-Request": "true", "HX-Current-URL": "http://testserver:x/", "HX-Target": "\x7f"},
    {"HX-Request": "true", "HX-Current-URL": "%ED%A0%80", "HX-Current-URL-URI-AutoEncoded": "true"},
    {"HX-Request": "true", "HX-Trigger": "{", "Triggering-Event": "[" * 2000},
    {"HX-Boosted": "true", "HX-History-Restore-Request": "x", "HX-Request": "TRUE"},
    {"If-None-Match": '"' * 5000},
    {"If-None-Match": "*"},
    {"If-None-Match": 'W/"a", "b'},
    {"If-Match": '"nothing"'},
    {"If-Modified-Since": "Thu, 99 Foo 99999 99:99:99 GMT"},
    {"If-Modified-Since": "Sun, 06 Nov 0000 08:49:37 GMT"},
    {"If-Unmodified-Since": "Sun Nov  6 08:49:37 1994"},
    {"Accept": "*/*;q=x, " * 500},
    {"Accept-Language": "xx-" + "a" * 5000},
    {"Accept-Encoding": "gzip;q=999, \x7f"},
    {"Referer": "http://[bad", "Origin": "http://[bad"},
    {"Cookie": "sessionid=\\000" + "a" * 40},
    {"Cookie": 'sessionid="' + "a" * 5000},
    {"Cookie": "csrftoken=\\355\\240\\200; messages=x; ;;==" + DIGITS},
    {"Host": "[bad"},
    {"Host": "nobody.example"},
    {"Host": "testserver:99999999"},
    {"X-Forwarded-For": "x, \x7f, ::::", "X-Forwarded-Host": "[bad", "X-Forwarded-Proto": "x"},
    {"X-Forwarded-Port": DIGITS, "Forwarded": "for=["},
    {"Range": "bytes=" + DIGITS + "-"},
    {"Content-Type": "text/plain; charset=rot13"},
    {"Content-Type": "text/plain; charset=undefined"},
    {"Content-Type": "text/plain; charset=utf-16"},
    {"Content-Type": "application/x-www-form-urlencoded; charset=utf-7"},
    {"Content-Type": "multipart/form-data; boundary="},
    {"Content-Type": "multipart/form-data; boundary=" + "x" * 500},
    {"Content-Length": "x"},
    {"Content-Length": "-1"},
    {"User-Agent": "\x7f" * 2000, "X-Requested-With": "x"},
)
METHODS = ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW")
