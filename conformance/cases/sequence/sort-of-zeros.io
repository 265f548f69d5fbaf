# Minus zero comes before zero, wherever they have been.
# divergence: there is no minus zero in its vectors
vector(1, 0, -0, 0, -0, -1) sort println
vector(0, -0) sort println
vector(-0, 0) sort println
v := vector
for(i, 1, 40, v append(if(i % 2 == 0, 0, -0)))
v sort println
vector(0 / 0, 0, -0) sort println
