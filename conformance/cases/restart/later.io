# What an interactive tool does: a signal that nothing handles is kept with its restarts, the tool goes on, and later one of them is chosen.
# needs: continuations
# divergence: the reference has neither restarts nor continuations
Tool := Object clone do(
    leave ::= nil
    pending ::= nil
    evaluate := method(code, callcc(block(k, setLeave(k); run(code))))
    run := method(code,
        withHandler(Exception, block(e, r, keep(e)),
            writeln("value: ", Lobby doString(code)))
        leave invoke
    )
    keep := method(e,
        choice := callcc(block(k,
            setPending(k)
            writeln("unhandled: ", e error, ", restarts: ", computeRestarts map(name))
            leave invoke
        ))
        choice call
    )
    choose := method(choice, callcc(block(k, setLeave(k); pending copy invoke(choice))))
)
half := method(n,
    withRestarts(
        Restart with("useValue", "use another value"), block(v, v),
        Restart with("round", "drop the half"), block((n / 2) floor),
        if(n % 2 == 0, n / 2, Exception signal("odd: " .. n))))
Tool evaluate("half(10)")
Tool evaluate("half(7) + 100")
"between" println
Tool choose(block(invokeRestart("round")))
Tool choose(block(invokeRestart("useValue", 0.5)))
Tool choose(block(42))
"done" println
