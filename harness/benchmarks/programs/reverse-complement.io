# Reverses a strand of DNA and replaces every letter by its complement, in lines of 60: bytes of mutable strings by index.
# After the benchmark of that name in the Computer Language Benchmarks Game; the text is in memory, so that no file is timed.
# unit: ns
# default: no
# expect: 73230 162151

benchmark := Object clone do(
    lineLength := 60
    letters := "ACGTUMRWSYKVHDBN"
    complements := "TGCAAKYWSRMBDHVN"

    setup := method(
        self complementOf := list() setSize(128)
        letters foreach(i, letter,
            complementOf atPut(letter, complements at(i))
            complementOf atPut(letter asCharacter asLowercase at(0), complements at(i))
        )
        self input := strands(3, 24000)
    )

    strands := method(count, length,
        alphabet := "acgtACGTRYKMBDHVNn"
        seed := 42
        text := Sequence clone
        count repeat(i,
            text appendSeq(">strand ", i, "\n")
            length repeat(position,
                seed = (seed * 3877 + 29573) % 139968
                text append(alphabet at((seed * alphabet size / 139968) floor))
                if((position + 1) % lineLength == 0, text appendSeq("\n"))
            )
        )
        text
    )

    run := method(n,
        n repeat(answer := checksum(reverseComplements(input)))
        answer
    )

    reverseComplements := method(text,
        output := Sequence clone
        strand := Sequence clone
        text split("\n") foreach(line,
            if(line beginsWithSeq(">"),
                appendReversed(output, strand)
                output appendSeq(line, "\n")
                strand = Sequence clone
            ,
                strand appendSeq(line)
            )
        )
        appendReversed(output, strand)
    )

    appendReversed := method(output, strand,
        column := 0
        for(i, strand size - 1, 0, -1,
            output append(complementOf at(strand at(i)))
            column = column + 1
            if(column == lineLength,
                output appendSeq("\n")
                column = 0
            )
        )
        if(column > 0, output appendSeq("\n"))
        output
    )

    checksum := method(text,
        sum := 0
        text foreach(letter, sum = (sum * 31 + letter) % 1000003)
        text size asString .. " " .. sum
    )
)
