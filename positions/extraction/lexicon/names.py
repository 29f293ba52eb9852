"""First names that tell a man from a woman; the ones that don't are left out."""

from positions.extraction.lexicon import listed

WOMEN = listed(
    """ada agnes aisha alice alison amanda amina amy ana andrea angela anita ann anna anne
    annie anya barbara beatrice bella bernadette beth betty brenda bridget carla carmen
    carol caroline catherine cecilia celia charlotte chloe christina christine claire clara
    clare constance cynthia daisy deborah delia diana diane donna dora dorothy edith eileen
    elaine eleanor elena eliza elizabeth ella ellen elsie emily emma erica esther eva eve
    evelyn fatima felicity fiona flora florence frances freya gemma georgina gloria grace
    greta gwen hannah harriet hazel heather helen helena hilary hilda ida imogen ingrid
    irene iris isabel isabella ivy jacqueline jane janet janice jean jennifer jenny jessica
    jill joan joanna josephine joyce judith julia julie karen kate katherine kathleen katie
    kelly laura lauren leah leila lena lillian lily linda lisa liz lois lorna louise lucy
    lydia mabel maggie mara margaret maria marian marie marion marjorie martha mary maud
    maureen maya megan mercy mia michelle mildred mina miriam moira mona muriel nadia nancy
    naomi natalie neema nell nina nora norma olga olive olivia pamela patricia paula pauline
    penelope petra philippa phoebe phyllis polly priya rachel rebecca rita rosa rosalind
    rose rosemary rosie ruth sally samantha sandra sara sarah selma sheila shirley sofia
    sonia sophia sophie stella susan susanna sylvia tamsin tanya teresa thelma theresa tilda
    ursula valerie vanessa vera veronica victoria viola violet virginia wanda wendy wilma
    winifred yasmin yvonne zara zoe"""
)
MEN = listed(
    """aaron abdul abraham adam adrian ahmed alan albert alexander alfred ali alistair allan
    andrew angus anthony anton arnold arthur barnaby barry basil ben benjamin bernard bill
    bob boris brendan brian bruce bruno callum carl cecil cedric charles christopher
    clarence claude clement clive colin conrad craig cyril damian daniel darren david dennis
    derek desmond dmitri dominic donald douglas duncan edgar edmund edward edwin eric ernest
    ethan eugene felix ferdinand finn francis frank fred frederick gareth gary gavin
    geoffrey george gerald gilbert giles godfrey gordon graham gregory guy hamish harold
    harry hassan hector henry herbert horace howard hubert hugh hugo humphrey ian ibrahim
    igor ivan ivor jack jacob james jared jasper jeff jeffrey jeremy jerome jim joe joel
    john jonathan joseph joshua julian keith kenneth kevin kwame lars laurence lawrence leo
    leonard leopold leslie lewis lionel luke magnus malcolm marcus mark martin matthew
    maurice max michael miles mohammed mohamed montgomery mortimer nathan nathaniel ned neil
    neville nicholas nigel norman oliver oscar osman oswald otto owen patrick paul percy
    peter philip pierre quentin ralph raymond reginald richard robert robin roderick rodney
    roger roland ronald rory rufus rupert russell samir samuel sanjay sean sebastian sidney
    silas simon stanley stephen steven stewart stuart tariq ted terence theo theodore thomas
    tim timothy toby tom tony trevor tristan vernon victor vincent viktor vladimir walter
    warren wilfred william winston yusuf"""
)
