"""What single words mean in a question: nothing, a kind, a stance, or that a name is mentioned."""

from __future__ import annotations

from positions.choices import Stance, StatementKind


def _listed(words: str) -> frozenset[str]:
    """Words with a space between them, folded as what is typed is."""
    return frozenset(words.replace("'", "").split())


# After these a stance is not what they say.
NEGATING = _listed("""
ain't aren't can't cannot couldn't didn't doesn't don't hadn't hasn't haven't isn't mustn't needn't
neither never no nor not shouldn't wasn't weren't without won't wouldn't
""")
# Before what is only mentioned.
MENTIONING = _listed("""
about against at concerning for into of on over regarding than to toward towards with
""")
# Between names that are asked for alike.
JOINING = _listed("and or & vs versus")
_OF_GRAMMAR = _listed("""
a after all am an any are as be because been before being between both but by can could did do does
doing during each every from had has have having he her here hers him his how i if in is it its
itself just may me might more most must my off once only other our out own shall she should so some
such that the their theirs them themselves then there these they this those through too under until
up upon us very was we were what when where whether which while who whom whose why will would you
your
""")
# Whatever is found here is a statement in which somebody says something, or a position.
_OF_ASKING = _listed("""
say says said saying tell tells told think thinks thought view views opinion opinions position
positions stance stances quote quotes quoted statement statements ever anybody anyone anything
somebody someone something
""")
# Words that say nothing of what is looked for.
FUNCTION_WORDS = NEGATING | MENTIONING | JOINING | _OF_GRAMMAR | _OF_ASKING

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
