# Backtracking: amb tries one value after another; fail goes back to the newest choice.
# needs: continuations
# divergence: the reference has no continuations
choices := list()
fail := method(if(choices isEmpty, Exception raise("no choice is left"), choices pop invoke))
amb := method(values,
    callcc(block(done, offer(values, done)))
)
offer := method(values, done,
    values foreach(v,
        callcc(block(next, choices append(next); done copy invoke(v))))
    fail
)
upTo := method(from, to, l := list(); for(i, from, to, l append(i)); l)
a := amb(upTo(1, 20))
b := amb(upTo(a, 20))
c := amb(upTo(b, 20))
if(a * a + b * b != c * c, fail)
list(a, b, c) println
if(c < 15, fail)
"enough" println
# Four queens.
choices = list()
isSafe := method(queens, column,
    result := true
    queens foreach(row, other, if(other == column or (other - column) abs == queens size - row, result = false))
    result
)
place := method(n, placed,
    if(placed size == n, return placed)
    column := amb(upTo(1, n))
    if(isSafe(placed, column) not, fail)
    place(n, placed clone append(column))
)
place(4, list()) println
e := try(fail)
e error println
