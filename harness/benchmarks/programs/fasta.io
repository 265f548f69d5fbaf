# Writes DNA into a string: a repeated piece, then random letters by their frequency, in lines of 60.
# After the benchmark of that name in the Computer Language Benchmarks Game, 5000 letters.
# unit: ns
# default: no
# expect: 50911 414378

Nucleotide := Object clone do(
    with := method(letter, probability,
        nucleotide := Nucleotide clone
        nucleotide letter := letter at(0)
        nucleotide probability := probability
        nucleotide
    )
)

Random139968 := Object clone do(
    seed := 42

    next := method(
        seed = (seed * 3877 + 29573) % 139968
        seed / 139968
    )
)

benchmark := Object clone do(
    lineLength := 60

    alu := list(
        "GGCCGGGCGCGGTGGCTCACGCCTGTAATCCCAGCACTTTGG",
        "GAGGCCGAGGCGGGCGGATCACCTGAGGTCAGGAGTTCGAGA",
        "CCAGCCTGGCCAACATGGTGAAACCCCGTCTCTACTAAAAAT",
        "ACAAAAATTAGCCGGGCGTGGTGGCGCGCGCCTGTAATCCCA",
        "GCTACTCGGGAGGCTGAGGCAGGAGAATCGCTTGAACCCGGG",
        "AGGCGGAGGTTGCAGTGAGCCGAGATCGCGCCACTGCACTCC",
        "AGCCTGGGCGACAGAGCGAGACTCCGTCTCAAAAA"
    ) join

    setup := method(
        self iub := cumulated(list(
            list("a", 0.27), list("c", 0.12), list("g", 0.12), list("t", 0.27),
            list("B", 0.02), list("D", 0.02), list("H", 0.02), list("K", 0.02), list("M", 0.02), list("N", 0.02),
            list("R", 0.02), list("S", 0.02), list("V", 0.02), list("W", 0.02), list("Y", 0.02)
        ))
        self homoSapiens := cumulated(list(
            list("a", 0.3029549426680), list("c", 0.1979883004921), list("g", 0.1975473066391), list("t", 0.3015094502008)
        ))
    )

    run := method(n,
        n repeat(answer := checksum(fasta(5000)))
        answer
    )

    cumulated := method(frequencies,
        sum := 0
        nucleotides := list()
        frequencies foreach(pair,
            sum = sum + pair at(1)
            nucleotides append(Nucleotide with(pair at(0), sum))
        )
        nucleotides
    )

    fasta := method(letters,
        random := Random139968 clone
        output := Sequence clone
        output appendSeq(">ONE Homo sapiens alu\n")
        appendRepeated(output, alu, letters * 2)
        output appendSeq(">TWO IUB ambiguity codes\n")
        appendRandom(output, random, iub, letters * 3)
        output appendSeq(">THREE Homo sapiens frequency\n")
        appendRandom(output, random, homoSapiens, letters * 5)
        output
    )

    appendRepeated := method(output, piece, letters,
        endless := piece .. piece
        from := 0
        while(letters > 0,
            length := letters min(lineLength)
            output appendSeq(endless exSlice(from, from + length), "\n")
            from = (from + length) % piece size
            letters = letters - length
        )
    )

    appendRandom := method(output, random, nucleotides, letters,
        while(letters > 0,
            length := letters min(lineLength)
            length repeat(output append(pick(nucleotides, random next)))
            output appendSeq("\n")
            letters = letters - length
        )
    )

    pick := method(nucleotides, probability,
        nucleotides foreach(nucleotide,
            if(probability < nucleotide probability, return nucleotide letter)
        )
        nucleotides last letter
    )

    checksum := method(text,
        sum := 0
        text foreach(letter, sum = (sum * 31 + letter) % 1000003)
        text size asString .. " " .. sum
    )
)
