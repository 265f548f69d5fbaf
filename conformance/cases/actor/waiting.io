# An actor may wait; a future blocks until then.
# divergence: in the reference a message to an unresolved proxy may answer a coroutine or lose the rest of its chain
slow := Object clone do(work := method(n, wait(n); n))
fast := Object clone do(work := method("fast"))
s := slow @work(0.05)
f := fast @work
f println
s println
