# A parser by recursive descent, which looks at one character at a time.

JsonParser := Object clone do(
    input := ""
    index := -1
    line := 1
    column := 0
    current := nil
    captureStart := -1
    captured := ""

    with := method(aText,
        parser := self clone
        parser input = aText
        parser
    )

    parse := method(
        read
        skipWhiteSpace
        result := readValue
        skipWhiteSpace
        if(isEndOfText not, fail("Unexpected character"))
        result
    )

    readValue := method(
        if(current == "n", return readNull)
        if(current == "t", return readTrue)
        if(current == "f", return readFalse)
        if(current == "\"", return readString)
        if(current == "[", return readArray)
        if(current == "{", return readObject)
        if(current == "-" or isDigit, return readNumber)
        failExpecting("value")
    )

    readArray := method(
        read
        array := JsonArray clone
        skipWhiteSpace
        if(readChar("]"), return array)
        while(
            skipWhiteSpace
            array add(readValue)
            skipWhiteSpace
            readChar(",")
        ,
            nil
        )
        if(readChar("]") not, failExpecting("',' or ']'"))
        array
    )

    readObject := method(
        read
        object := JsonObject clone
        skipWhiteSpace
        if(readChar("}"), return object)
        while(
            skipWhiteSpace
            name := readName
            skipWhiteSpace
            if(readChar(":") not, failExpecting("':'"))
            skipWhiteSpace
            object add(name, readValue)
            skipWhiteSpace
            readChar(",")
        ,
            nil
        )
        if(readChar("}") not, failExpecting("',' or '}'"))
        object
    )

    readName := method(
        if(current != "\"", failExpecting("name"))
        readStringInternal
    )

    readNull := method(
        read
        readRequiredChar("u")
        readRequiredChar("l")
        readRequiredChar("l")
        JsonLiteral null
    )

    readTrue := method(
        read
        readRequiredChar("r")
        readRequiredChar("u")
        readRequiredChar("e")
        JsonLiteral yes
    )

    readFalse := method(
        read
        readRequiredChar("a")
        readRequiredChar("l")
        readRequiredChar("s")
        readRequiredChar("e")
        JsonLiteral no
    )

    readRequiredChar := method(char,
        if(readChar(char) not, failExpecting("'" .. char .. "'"))
    )

    readString := method(JsonString with(readStringInternal))

    readStringInternal := method(
        read
        startCapture
        while(current != "\"",
            if(current == "\\",
                pauseCapture
                readEscape
                startCapture
            ,
                read
            )
        )
        string := endCapture
        read
        string
    )

    readEscape := method(
        read
        captured = captured .. escaped
        read
    )

    # The character that stands behind a backslash.
    escaped := method(
        if(current == "\"" or current == "/" or current == "\\", return current)
        if(current == "b", return "\b")
        if(current == "f", return "\f")
        if(current == "n", return "\n")
        if(current == "r", return "\r")
        if(current == "t", return "\t")
        failExpecting("valid escape sequence")
    )

    readNumber := method(
        startCapture
        readChar("-")
        firstDigit := current
        if(readDigit not, failExpecting("digit"))
        if(firstDigit != "0", while(readDigit, nil))
        readFraction
        readExponent
        JsonNumber with(endCapture)
    )

    readFraction := method(
        if(readChar(".") not, return false)
        if(readDigit not, failExpecting("digit"))
        while(readDigit, nil)
        true
    )

    readExponent := method(
        if((readChar("e") or readChar("E")) not, return false)
        if(readChar("+") not, readChar("-"))
        if(readDigit not, failExpecting("digit"))
        while(readDigit, nil)
        true
    )

    readChar := method(char,
        if(current != char, return false)
        read
        true
    )

    readDigit := method(
        if(isDigit not, return false)
        read
        true
    )

    skipWhiteSpace := method(
        while(isWhiteSpace, read)
    )

    read := method(
        if(current == "\n",
            line = line + 1
            column = 0
        )
        index = index + 1
        column = column + 1
        current = if(index < input size, input exSlice(index, index + 1), nil)
    )

    startCapture := method(captureStart = index)

    pauseCapture := method(
        captured = captured .. input exSlice(captureStart, index)
        captureStart = -1
    )

    endCapture := method(
        string := input exSlice(captureStart, index)
        if(captured != "",
            string = captured .. string
            captured = ""
        )
        captureStart = -1
        string
    )

    failExpecting := method(what,
        fail(if(isEndOfText, "Unexpected end of input", "Expected " .. what))
    )

    fail := method(problem,
        Exception raise(problem .. " at " .. line .. ":" .. column)
    )

    isWhiteSpace := method(
        current == " " or current == "\t" or current == "\n" or current == "\r"
    )

    isDigit := method(
        current == "0" or current == "1" or current == "2" or current == "3" or current == "4" or (
            current == "5" or current == "6" or current == "7" or current == "8" or current == "9"
        )
    )

    isEndOfText := method(current isNil)
)
