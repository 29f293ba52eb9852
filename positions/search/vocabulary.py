"""What single words mean in a question: nothing, a kind, a stance, or that a name is mentioned."""

from __future__ import annotations

from positions.choices import Stance, StatementKind

# Words that say nothing of what is looked for.
OF_GRAMMAR = """
a about after against all am an and any are aren't as at be because been before being between both
but by can can't could couldn't did didn't do does doesn't doing don't during each every for from
had has have having he her here hers him his how i if in into is isn't it its itself just may me
might more most must my no nor not of off on once only or other our out over own shall she should so
some such than that the their theirs them themselves then there these they this those through to
too under until up upon us versus very vs was wasn't we were weren't what when where whether which
while who whom whose why will with won't would you your
"""
# Whatever is found here is a statement in which somebody says something, or a position.
OF_ASKING = """
say says said saying tell tells told think thinks thought view views opinion opinions position
positions stance stances quote quotes quoted statement statements ever anybody anyone anything
somebody someone something
"""

FUNCTION_WORDS = frozenset(word.replace("'", "") for word in f"{OF_GRAMMAR} {OF_ASKING}".split())

# Before what is only mentioned, and between names that are asked for alike.
MENTIONING = frozenset(
    "to about against on with for of at toward towards regarding concerning into over than".split()  # noqa: SIM905 - a list of words
)
# After these a stance is not what they say.
NEGATING = frozenset(
    "not never no without cannot neither nor dont doesnt didnt cant wont isnt wasnt".split()  # noqa: SIM905 - a list of words
)
NEGATED = ("n't", "n’t")
JOINING = frozenset({"and", "or", "&", "vs", "vs.", "versus", "OR"})

# Kinds by how they are called; a speech, a report, a finding are also words of every day.
_KINDS = {
    "letter": ("letter", "open_letter"),
    "open letter": ("open_letter",),
    "blog post": ("blog_post",),
    "press statement": ("press_statement",),
    "email": ("email",),
    "e mail": ("email",),
    "resolution": ("resolution",),
    "guideline": ("guidelines",),
    "interview": ("interview",),
    "social post": ("social_post",),
    "tweet": ("social_post",),
}
_SUPPORT = (Stance.SUPPORTS, Stance.STRONGLY_SUPPORTS)
_OPPOSE = (Stance.OPPOSES, Stance.STRONGLY_OPPOSES)
_STANCES = {
    **dict.fromkeys(("support", "supports", "supported", "in favour of", "in favor of"), _SUPPORT),
    **dict.fromkeys(("oppose", "opposes", "opposed", "against"), _OPPOSE),
    **{str(each.value): (each,) for each in Stance if each not in (*_SUPPORT, *_OPPOSE)},
    "conditional": (Stance.MIXED,),
    **{f"strongly {word}": (_SUPPORT[1],) for word in ("support", "supports")},
    **{f"strongly {word}": (_OPPOSE[1],) for word in ("oppose", "opposes")},
}
# The conditions (key, value) that stand for what is called so, folded.
CALLED: dict[str, tuple[tuple[str, str], ...]] = {
    **{
        form: tuple(("kind", str(StatementKind(kind).value)) for kind in kinds)
        for word, kinds in _KINDS.items()
        for form in (word, f"{word}s")
    },
    "testimony": (("kind", StatementKind.TESTIMONY.value),),
    "no reply": (("kind", StatementKind.NO_REPLY.value),),
    **{
        form: tuple(("stance", str(each.value)) for each in stances)
        for form, stances in _STANCES.items()
    },
}
