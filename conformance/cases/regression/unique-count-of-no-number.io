# The wasm guest counted no occurrence of a not-a-number, since that equals nothing.
list(0 / 0, 0 / 0, 1, 1, "a") uniqueCount map(at(1)) println
