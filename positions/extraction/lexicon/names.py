"""First names that tell a man from a woman; the ones that don't are left out."""

from positions.extraction.lexicon import listed

WOMEN = listed(
    """abigail ada adele agnes aisha alexandra alexis alice alison allison alma amanda amina
    amy ana anastasia andrea angela angelina anita ann anna anne annette annie antonia anya
    april arlene ashley audrey barbara barbra beatrice becky bella bernadette beth betty
    bonnie brenda bridget bridgette brittany camille candace cara carla carly carmen carol
    caroline cassandra catherine cathy cecile cecilia celia charlene charlotte chelsea
    cheryl chloe christina christine cindy claire clara clare colleen condoleezza connie
    constance corinne crystal cynthia daisy danielle darla darlene dawn debbie deborah debra
    delia denise desiree diana diane dianne dolores donna dora doreen doris dorothy edith
    eileen elaine eleanor elena elisabeth elise eliza elizabeth ella ellen ellie elsa elsie
    emily emma erica erin estelle esther ethel eva eve evelyn fatima faye felicity fiona
    flora florence frances francesca freya gail gemma georgina gertrude gina ginger glenda
    gloria grace greta gretchen gwen gwendolyn hannah harriet hazel heather heidi helen
    helena henrietta hilary hilda hillary holly huma ida ilana imogen ines inga ingeborg
    ingrid iona irene iris isabel isabella ivanka ivy jacqueline jane janet janice janine
    jasmine jean jeanne jeannette jennifer jenny jessica jill jo joan joann joanna jocelyn
    jodi johanna josephine josie joyce juanita judith julia juliana julie juliet june
    justine kamala kara karen karin karla kate katherine kathleen kathryn kathy katie kay
    kelly kendra kerstin kim kimberly kirsten kirsty kristen kristin kristina lara latoya
    laura lauren leah leila lena lesley libby lidia lillian lily linda lisa liz lois lola
    loraine loretta lorna lorraine louise lucia lucille lucy luisa lydia lynn lynne mabel
    madeleine madeline magda maggie malala mandy mara marcia margaret margarita margot maria
    marian mariana marianne marie marilyn marina marion marissa marjorie marlene marta
    martha mary matilda maud maureen maxine maya megan melania melanie melinda melissa mercy
    meredith mia michele michelle mildred mina mindy miranda miriam misty moira molly mona
    monica monique muriel myra nadia nadine nancy naomi natalie neema nell nellie nicola
    nicole nigella nikita nikki nina noor nora norma olga olive olivia ophelia paige pamela
    patricia patty paula pauline peggy penelope penny petra philippa phoebe phyllis polly
    priya rachael rachel raquel rebecca rhonda rita roberta robyn rochelle ronda rosa
    rosalind rose rosemary rosie rowena roxanne ruth sabrina sadie sally sally-ann samantha
    sandra sandy sara sarah selma serena shauna sheila shelly sherry sheryl shirin shirley
    simone sinead siobhan sofia sonia sophia sophie stacey stacy stella stephanie sue susan
    susanna susie suzanne svetlana sylvia tabitha tamara tammy tamsin tanya tara tatiana
    teresa terri tess thelma theresa tiffany tilda tina toni tonya tracey traci trudy uma
    una ursula valentina valerie vanessa vera veronica vicki victoria viola violet virginia
    vivian wanda wendy wilma winifred yasmin yasmine yolanda yolande yulia yvette yvonne
    zainab zara zelda zoe"""
)
SURNAMES = listed(
    """trump obama clinton sanders cruz rubio biden romney kasich pelosi mcconnell putin merkel
    cameron blair thatcher reagan bush mccain palin kerry netanyahu erdogan assad castro hollande
    sarkozy macron berlusconi corbyn farage gorbachev yeltsin medvedev zelensky modi trudeau
    thunberg bezos zuckerberg musk snowden assange
    smith jones williams johnson davies evans wilson roberts robinson thompson hughes walker
    edwards harris clarke clark jackson patel khan lewis phillips richardson watson thomas murphy
    kennedy sullivan obrien o'brien o'neill o'connor ryan kelly walsh reilly gallagher doherty
    miller davis garcia rodriguez martinez hernandez lopez gonzalez anderson taylor moore perez
    nguyen torres ramirez flores rivera campbell mitchell nelson carter hill adams baker morris
    murray graham collins stewart bennett griffiths simpson chapman hopkins barnes fletcher
    maddow hannity limbaugh oreilly axelrod carville manafort conway priebus gingrich giuliani
    christie fiorina carson huckabee santorum jindal perry webb o'malley weld reid schumer
    warren franken gillibrand durbin grassley feinstein pence kaine comey holder lynch"""
)
"""Surnames by which a text may call somebody whom it never names in full."""
EITHER = listed(
    """jean andrea nicola simone michele kim robin leslie lynn kerry ashley alexis sandy terry
    tracy jamie casey jo marion shirley kelly lee chris pat sam alex dana jan jody jackie gale
    noor stacy stacey beverley frances francis robbie joan ariel carol"""
)
"""First names that women and men have, here or in other languages."""
MEN = listed(
    """aaron abdul abraham adam adrian ahmed alan albert alec alejandro alexander alexei alfred
    ali alistair allan alvin amir amos andre andrei andrew angus anthony anton antonio
    archie arjun armando arnold arthur ashok barack barnaby barry basil ben benedict
    benjamin benny bernard bernie bert bill billy bob bobby boris boyd brad bradley brady
    brandon brendan brent brett brian bruce bruno byron callum carl carlos cecil cedric
    cesar charles chester christopher chuck clarence claude clayton clement clifford clint
    clive clyde cody colin conrad cornelius cory craig curtis cyril dale damian dan daniel
    danny dario darius darrell darren darryl darwin dave david dennis derek desmond dexter
    dick diego dieter dmitri dominic dominick don donald donnie doug douglas duncan dwight
    dylan earl eddie edgar edmund eduardo edward edwin elias elijah elliott elmer emil
    emmanuel enrique eric erich erik ernest ernesto ernie esteban ethan eugene everett
    fabian felix ferdinand fernando fidel finn floyd forrest francis francisco frank
    franklin franz fred frederic frederick fredrick friedrich gabriel gareth garry gary
    gavin geoffrey george gerald gerard gerhard gilbert giles gino giovanni giuseppe glenn
    godfrey gordon graham greg gregory gunther gus guy hamish hank hans harold harry harvey
    hassan hector heinrich henry herbert hiroshi horace hosni howard hubert hugh hugo
    humberto humphrey hussein ian ibrahim ignacio igor ike imran ira irving isaac ismail
    ivan ivor jack jacob jake jamal james jared jarrod jason jasper javier jay jean-claude
    jean-luc jeb jeff jeffrey jens jeremy jerome jerry jesse jim jimmy jochen joe joel
    johann johannes john johnny jon jonah jonas jonathan jorge jose josef joseph josh joshua
    juan juergen julian julio julius justin kareem karim karl keith ken kenji kenneth kenny
    kevin kofi kurt kwame kyle lamar larry lars laurence lawrence leo leon leonard leopold
    leslie lewis lionel lloyd lorenzo lou louis luca luis luke luther lyndon magnus mahmoud
    malcolm manuel marc marco marcus mariano mario mark martin marty marvin mathew mathias
    matt matthew maurice max maxwell mel michael mick miguel mike mikhail miles mitch mitt
    mohamed mohammad mohammed montgomery mortimer moses muhammad mustafa nasser nathan
    nathaniel ned neil neville nicholas nick nicolas nigel nikolai nikos noah noel norman
    oliver omar orlando oscar osman oswald otis otto owen pablo pascal patrick paul pedro
    percy perry pete peter phil philip pierre pietro prakash quentin quincy rafael rahm
    rajiv ralph ramesh ramon randy rashid raul ray raymond reggie reginald reince ricardo
    richard rick ricky rob robbie robert roberto robin roderick rodney rodrigo roger roland
    rolf ron ronald ronnie rory ross roy ruben rudolph rudy rufus rupert russell rusty ryan
    saeed salman salvador samir samuel sanjay santiago saul scott sean sebastian sergei
    sergey sergio seth shaun shawn sheldon sherrod sid sidney silas simon spencer stanley
    stefan stephen steve steven stewart stuart sven sylvester tariq ted terence terrance
    thabo theo theodor theodore thomas tim timothy tobias toby todd tom tomas tommy tony
    travis trent trevor tristan troy tyler ulrich vaclav vasily vernon victor vijay viktor
    vince vincent vladimir wade walter warren wayne werner wesley wilbur wilfred wilhelm
    willard william willie winston wolfgang woodrow xavier yasser yitzhak yuri yusuf yves
    zach zachary zbigniew"""
)
