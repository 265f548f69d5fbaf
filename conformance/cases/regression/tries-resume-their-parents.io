# A try within a try switches to whoever started it: that one has begun, and keeps its own parent.
try(try(write("a "); Coroutine currentCoroutine resumeParentCoroutine; write("b ")); writeln("c"))
e := try(try(write("a "); Coroutine currentCoroutine resumeParentCoroutine; write("b ")) error println)
e error println
try(try(try(write("a "); Coroutine currentCoroutine parentCoroutine resumeParentCoroutine; write("b ")); writeln("c")); writeln("d"))
try(try((Coroutine currentCoroutine parentCoroutine parentCoroutine == Coroutine currentCoroutine) println))
try(try(Coroutine currentCoroutine parentCoroutine isFinished println))
"end" println
