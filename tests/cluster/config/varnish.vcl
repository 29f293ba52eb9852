# In front of the site: keeps what its answers say that a shared cache may keep, for those seconds.
vcl 4.1;

backend default {
    .host = "127.0.0.1";
    .port = "$site";
}

sub vcl_recv {
    # The site sets Vary: Cookie, so whoever is known by one is never answered from here. A cookie of
    # another program on the same name changes nothing of what the site shows, and is taken off.
    if (req.url ~ "^/admin/" || req.http.Cookie ~ "(^|; )(sessionid|written)=") {
        return (pass);
    }
    if (req.method == "GET" || req.method == "HEAD") {
        unset req.http.Cookie;
    }
}

sub vcl_deliver {
    set resp.http.X-Cache = obj.hits;  # 0: asked of the site
}
