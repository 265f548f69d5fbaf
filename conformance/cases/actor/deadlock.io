# When everybody waits for somebody, the last one to wait gets an exception, which it may catch; then the others see theirs.
a := Object clone
b := Object clone
a ask := method(writeln("a asks"); b @reply + 1)
b reply := method(writeln("b replies"); a @answer + 1)
a answer := method(writeln("a answers too late"); 1)
a handleActorException := method(e, writeln("a: ", e error))
b handleActorException := method(e, writeln("b: ", e error))
f := a @ask
e := try(f + 1)
e error println
"goes on" println
