
method(token,
    input := File standardInput
    output := File standardOutput
    benchmark setup
    writeln("\n", token, " ready")
    output flush
    while(line := input readLine,
        n := line asNumber
        begin := Date clone now
        answer := benchmark run(n)
        elapsed := Date clone now secondsSince(begin)
        writeln("\n", token, " sample ", (elapsed * 1000000000) floor, "\n", answer asString, "\n", token, " end")
        output flush
    )
) call("$TOKEN$")
