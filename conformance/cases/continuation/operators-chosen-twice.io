# The table of operators is chosen twice, the second time by a continuation; what interpolate has compiled under the first does not count under the second.
# needs: continuations
# divergence: the reference has no continuations
passes := 0
chosen := OperatorTable operators select(name, precedence,
    if(name == "+", callcc(block(k, Lobby again := k)))
    name != "+" or passes > 0
)
OperatorTable operators = chosen
e := try("#{1 + 2}" interpolate println)
if(e, e error println)
passes = passes + 1
if(passes < 2, again copy invoke(nil))
"end" println
