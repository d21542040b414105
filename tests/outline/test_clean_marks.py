"""A misreading is looked for only where a mark of it stands: nothing that the patterns would mend is left aside."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.clean import _SUBSTITUTIONS, repair
from knowledge.misread import mended

PIECES = [
    *("l' |'eau I'île d'I'étang CONSElL réun|on | le été¢ 12 ¢ 3€ 1°r le ler Ier 1er étangA4 legon".split()),
    *("frangais fran¢ais fagade Fagonnage regu Pergus congue Commergants gargon hon 0n TARIES taries".split()),
    *("manceuvre sceur veeux co(t Codts colt ao(t aolt go(t arr&té é&t élu(e)s & 4 12&13 5&4 1O12 2o31".split()),
    *("..... ---- … · \u00a0 \u202f \t \u00ad ’ ` \n".split(" ")),
    *(" - - - ", " = = =", "  ", " & la ", " 4 domicile", "la barque", "12 m"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(["", " "]))
def test_what_a_pattern_would_mend_holds_one_of_its_marks(pieces: list[str], between: str) -> None:
    text = whole = between.join(pieces)
    for pattern, printed, _ in _SUBSTITUTIONS:
        whole = pattern.sub(printed, whole)
    assert repair(text) == mended(whole)
