# What a coroutine changes holds for code that was waiting for it.
f := method(
    coroDo(Number setSlot("+", method(x, 7)))
    (1 + 0) println
)
old := Number getSlot("+")
f
Number setSlot("+", getSlot("old"))

# a coroutine that waits while the main one changes what it uses
main := Coroutine currentCoroutine
waits := method((10 * 1) println; main resume; (10 * 2) println; main resume)
turns := coroFor(waits)
turns resume
old := Number getSlot("*")
Number setSlot("*", method(x, 42))
turns resume
Number setSlot("*", getSlot("old"))
(2 * 3) println

# a stop for a method that waits, given by a coroutine: it ends with it; one that had been replaced is not there to end
g := method(
    c := call
    coroDo(c setStopStatus(Return))
    "g ends" println
    "of g"
)
outer := method(g; "not reached" println)
outer println
last := method(c, coroDo(c setStopStatus(Return)); "last" println; "of last")
replaced := method(last(call))
outer := method(replaced; "reached" println; "of outer")
outer println
