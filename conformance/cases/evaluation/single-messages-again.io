# One message with values for arguments, evaluated once, twice and thrice on different targets, and changed between.
Target := Object clone do(
    name := "target"
    add := method(a, b, list(name, a, b, call message name))
    plain := 7
    says := method(writeln(name, " says ", call message arguments map(code)); self)
    fails := method(Exception raise(name .. " fails"))
    who := method(call sender type)
)
Other := Target clone do(name = "other"; plain := method("called"))

again := method(m, targets,
    targets map(t, e := try(answer := t doMessage(m)); if(e, e error, answer)) println
)
both := list(Target, Other, Target, Other, 3, nil, "text")
again(message(add(1, 2)), both)
again(message(add("x")), both)
again(message(add), both)
again(message(plain), both)
again(message(name), both)
again(message(fails), both)
again(message(who), both)
again(message(size), both)
again(message(asString), list(3, nil, "text"))
again(message(+(4)), list(1, 2, nil, "text"))
again(message(if(true, 1, 2)), both)
again(message(setSlot("made", 5)), list(Target, Other))
again(message(made), both)
again(message(nothing(1)), both)

m := message(add(1, 2))
Target doMessage(m) println
m setName("says")
Target doMessage(m) type println
m setArguments(list(message(plain)))
Target doMessage(m) type println
m setName("add")
Target doMessage(m) println
Other doMessage(m) println
m setNext(message(size))
Target doMessage(m) println

local := 10
message(local) doInContext(thisContext) println
method(local := 11; message(local) doInContext(thisContext)) call println
method(inner, 3 repeat(doMessage(inner)); local) call(message(setSlot("local", 12))) println
f := method(doMessage(message(return(5))); 6)
f println
g := method(m, 3 repeat(doMessage(m)); 6)
g(message(return(5))) println
counted := 0
3 repeat(counted = counted + 1; doMessage(message(break)))
counted println
loop(counted = counted + 1; if(counted > 5, doString("break")))
counted println
