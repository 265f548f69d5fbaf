# Products of floats are floats: what does not fit is infinite.
v := vector(1e20, 1e30)
v meanSquare println
v rootMeanSquare println
v clone normalize println
vector(3, 4) clone normalize println
(v dotProduct(v)) println
