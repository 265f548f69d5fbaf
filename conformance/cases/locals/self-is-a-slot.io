# self is a slot of the locals: what they do not know goes to what it holds. call target is still the receiver.
o := Object clone do(x := 3; foo := method("foo of o"))
p := Object clone do(x := 30; foo := method("foo of p"))

o updated := method(self = p; list(x, foo, self x))
o updated println
o defined := method(self := p; list(x, foo, self x))
o defined println
o called := method(self := p; call target x)
o called println
o written := method(self := p; x = 99; list(p x, call target x))
o written println
p x = 30
o x = 3
o writtenByName := method(self := p; updateSlot("x", 5); list(p x, call target x))
o writtenByName println
p x = 30
o scope := method(self := p; block(x) call)
o scope println
o counted := method(self := p; r := list(); for(i, 1, 2, r append(x)); list(1) foreach(v, r append(x)); r)
o counted println
o text := method(self := p; doString("x"))
o text println
o named := method(setSlot("self", p); x)
o named println
o outside := method(thisLocalContext setSlot("self", p); list(x, foo))
o outside println
o fromBelow := method(
    change := method(locals, locals setSlot("self", p))
    before := x
    change(thisLocalContext)
    list(before, x, foo)
)
o fromBelow println
o later := method(
    r := list()
    for(i, 1, 3, r append(x); if(i == 2, thisLocalContext setSlot("self", p)))
    r
)
o later println
o formal := method(self, x)
o formal(p) println
o setter := method(self := p; y ::= 7; list(p getSlot("y"), call target getSlot("y")))
o setter println
o contexts := method(self := p; list(1, 2) map(v, v + x))
o contexts println
o nobody := method(self := nil; x)
try(o nobody) error println
o number := method(self = 4; sqrt)
o number println

block(self = 0) call println
block(self = 5; self println) call
block(call = 5; call println) call
block(updateSlot("self", 8); self println) call
