# Counts the words of a text in a Map and lists the most frequent: map access by string, sorting by count.
# unit: ns
# default: no
# expect: nunuka 236, sanuka 234, sakalo 232 of 192, 40000

benchmark := Object clone do(
    words := 40000

    setup := method(
        syllables := "ka lo mi nu re sa ti vo" split
        seed := 42
        self text := Sequence clone
        words repeat(
            seed = (seed * 3877 + 29573) % 139968
            text appendSeq(syllables at(seed % 8), syllables at((seed / 64) floor % 8), syllables at((seed / 512) floor % 3), " ")
        )
    )

    run := method(n,
        n repeat(answer := mostFrequent(countWords))
        answer
    )

    countWords := method(
        counts := Map clone
        text split(" ") foreach(word,
            counts atPut(word, counts at(word, 0) + 1)
        )
        counts
    )

    mostFrequent := method(counts,
        ranked := counts keys sortBy(block(a, b,
            difference := counts at(a) - counts at(b)
            if(difference == 0, a < b, difference > 0)
        ))
        total := 0
        counts foreach(word, count, total = total + count)
        best := ranked slice(0, 3) map(word, word .. " " .. counts at(word))
        best join(", ") .. " of " .. counts size .. ", " .. total
    )
)
