method(token,
    input := File standardInput
    output := File standardOutput
    pristine := Lobby slotNames
    writeln("\n", token, " ready")
    output flush
    while(line := input readLine,
        source := doString(line)
        writeln(token, " begin")
        error := try(Lobby doString(source, "doString"))
        writeln("\n", token, " end")
        if(error, writeln(error type, "\n", error error asString))
        writeln("\n", token, " done")
        output flush
        Lobby slotNames foreach(name, if(pristine contains(name) not, Lobby removeSlot(name)))
    )
) call("$TOKEN$")
