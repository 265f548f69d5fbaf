# Builds texts in the ways programs do: appending, concatenating, joining, interpolating, and numbers as text throughout.
# unit: ns
# default: no
# expect: 212890 4190 100407 32850 72407

benchmark := Object clone do(
    setup := method(nil)

    run := method(n,
        n repeat(answer := list(appended, concatenated, joined, interpolated, cut) map(text, checksum(text)) join(" "))
        answer
    )

    appended := method(
        text := Sequence clone
        10000 repeat(i, text appendSeq("item ", i, " of ", 10000, "; "))
        text
    )

    concatenated := method(
        text := ""
        1000 repeat(i, text = text .. i .. ",")
        text
    )

    joined := method(
        lines := list()
        4000 repeat(i, lines append("line " .. i .. " holds " .. i * i))
        lines join("\n")
    )

    interpolated := method(
        text := Sequence clone
        name := "row"
        2000 repeat(i, text appendSeq("#{name} #{i}: #{i / 4}\n" interpolate))
        text
    )

    cut := method(
        words := list()
        joined split("\n") foreach(line,
            words append(line beforeSeq(" holds") asMutable replaceSeq("line", "LINE") asCapitalized .. line afterSeq("holds "))
        )
        words join(" ")
    )

    checksum := method(text,
        text size + text occurrencesOfSeq("1")
    )
)
