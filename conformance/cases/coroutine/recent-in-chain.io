# recentInChain is who runs or waits on a coroutine's behalf: the innermost it started, or itself.
name := method(c, if(c isNil, "nil", c getSlot("label") asString))
main := Coroutine currentCoroutine
main label := "main"
writeln("main: ", name(main recentInChain))
worker := coroFor(
    writeln("begun: ", name(worker recentInChain))
    try(
        inner := Coroutine currentCoroutine
        inner label := "inner"
        writeln("in try: ", name(worker recentInChain), " ", name(inner recentInChain))
        main resume
        writeln("again: ", name(worker recentInChain))
    )
    main resume
)
worker label := "worker"
writeln("new: ", name(worker recentInChain))
worker resume
writeln("waiting: ", name(worker recentInChain))
worker recentInChain resume
writeln("main: ", main isCurrent)
