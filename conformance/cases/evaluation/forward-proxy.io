# A forward that delegates makes a proxy.
target := list(3, 1, 2)
proxy := Object clone do(
    log := list()
    forward := method(
        log append(call message name)
        call delegateTo(target)
    )
)
proxy size println
proxy at(0) println
proxy sort println
x := 2
proxy at(x) println
proxy log println
