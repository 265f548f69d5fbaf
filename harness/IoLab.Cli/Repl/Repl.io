# What the REPL needs in its session. It stands beside the prelude, so that the Lobby is the user's.

Protos Core Repl := Object clone do(

    # Prints the value of an entry, which is in _, whatever its asString does.
    show := method(
        write("==> ")
        failure := try(Lobby getSlot("_") asString println)
        if(failure, "<exception while displaying result>" println; failure showStack)
        nil
    )

    # Asks what to do about an exception that no handler of the program wants. It is the outermost handler, so its value is that of signal.
    decide := block(exception, resumption,
        offers := computeRestarts
        last := offers size + 1
        writeln(exception type, ": ", exception error)
        offers foreach(i, offer, writeln(i, ": [", offer name, "]", if(offer description, " " .. offer description, "")))
        writeln(last - 1, ": [answer] the value of signal")
        writeln(last, ": [abort] back to the top level")
        choice := Repl choose(offers, last)
        value := choice at(1)
        if(choice at(0) < offers size, offers at(choice at(0)) invoke(getSlot("value")))
        if(choice at(0) == last, resumption decline)
        getSlot("value")
    )

    # A list of the chosen number and of the value of the expression behind it.
    choose := method(offers, last,
        loop(
            write("restart> ")
            File standardOutput flush
            line := File standardInput readLine
            if(line isNil or(line asMutable strip isEmpty), return list(last, nil))
            words := line asMutable strip split(" ")
            names := offers map(name) append("answer", "abort")
            number := if(words first asNumber isNan, names indexOf(words first), words first asNumber)
            if(number isNil or(number < 0) or(number > last) or(number floor != number), writeln("a number from 0 to ", last, " or a name"); continue)
            failure := try(value := Lobby doString(words rest join(" ")))
            if(failure, failure showStack; continue)
            return list(number, getSlot("value"))
        )
    )

    # Prints the slots, of what a path of names leads to, that begin with some text, one a line. Nothing is activated.
    complete := method(path, start,
        at := Lobby
        path foreach(name,
            if(getSlot("at") hasSlot(name) not, return nil)
            at = getSlot("at") getSlot(name)
        )
        above := list(getSlot("at"))
        seen := Map clone
        while(above isEmpty not,
            object := above removeAt(0)
            id := getSlot("object") uniqueId asString
            if(seen hasKey(id), continue)
            seen atPut(id, true)
            getSlot("object") slotNames foreach(name, if(name beginsWithSeq(start), name println))
            getSlot("object") protos foreach(proto, above append(getSlot("proto")))
        )
        nil
    )
)

Lobby exit := method(System exit)
