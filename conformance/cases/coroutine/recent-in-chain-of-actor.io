# An actor whose message paused goes on when its recentInChain does.
o := Object clone
o log := list
o work := method(
    log append("one")
    pause
    log append("two")
)
o @@work
yield
o log append("main")
o actorCoroutine recentInChain resumeLater
yield
o log println
