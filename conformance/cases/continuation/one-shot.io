# A continuation goes on once; copies are fresh. Locals are shared, the places in between are not.
# needs: continuations
# divergence: the reference has no continuations
count := 0
k := nil
got := callcc(block(c, Lobby k := c; "first"))
got println
k isInvoked println
count = count + 1
if(count < 4, k copy invoke("again " .. count))
k isInvoked println
e := try(callcc(block(c, Lobby once := c; nil)); if(once isInvoked not, once invoke; "never" println); once invoke)
e error println
once isInvoked println
once copy isInvoked println
# Operands on the way are those of the capture; locals are the same objects.
total := 0
m := method(x := 0; r := 100 + callcc(block(c, Lobby again := c; 1)) + (x = x + 1); list(r, x))
m println
if(total == 0, total = 1; again copy invoke(2))
if(total == 1, total = 2; again copy invoke(3))
"end" println
try(Continuation invoke(1)) error println
try(Continuation copy) error println
try(callcc) error println
try(callcc(5)) error println
Continuation frameCount println
