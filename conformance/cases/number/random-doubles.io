# Random doubles of all sizes print alike, and texts with more digits than a double holds are parsed alike: hashes of a thousand.
# For a million: iolab run --backend NAME conformance/cases/number/random-doubles.io 1000000
state := 12345
next := method(state = (state * 69069 + 1) % 4294967296; state)
hash := 0
note := method(text, for(i, 0, text size - 1, hash = (hash * 31 + text at(i)) % 281474976710597))
count := if(System args size > 1, System args at(1) asNumber, 1000)
part := method((next % 100000) asString)
for(i, 1, count,
    exponent := if(i % 2 == 0, next % 2070 - 1074, next % 110 - 60)
    x := (next / 4294967296 + next % 1048576) * (2 ** exponent)
    if(next % 2 == 0, x = x negate)
    note(x asString)
    y := x asString asNumber
    note((x - y) asString)
    text := part .. "." .. part .. part .. part .. "e" .. (if(i % 2 == 0, next % 600 - 300, next % 40 - 20)) asString
    z := text asNumber
    note(z asString)
    note((z - (z asString asNumber)) asString)
    note((z * 3 - z) asString)
)
list(count, hash) println
