using IoLab.Runtime.Core;
using NUnit.Framework;

namespace IoLab.Machines.Tests;

/// <summary>The list's array against the plainest model, through random operations at both ends and in the middle.</summary>
[TestFixture]
internal sealed class ListPayloadTests
{
    [Test]
    public void Behaves_as_a_plain_list([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        var list = new ListPayload();
        var model = new List<double>();
        // Some seeds mostly use the list as a queue, some as a stack.
        int front = random.Next(1, 6), back = random.Next(1, 6);
        for (var step = 0; step < 2000; step++)
        {
            var value = (double)step;
            var at = model.Count == 0 ? 0 : random.Next(model.Count);
            switch (random.Next(4 + front + back))
            {
                case 0:
                    list.Insert(at, value);
                    model.Insert(at, value);
                    break;
                case 1:
                    list.Insert(0, value);
                    model.Insert(0, value);
                    break;
                case 2 when model.Count > 0:
                    Assert.That(list.RemoveAt(at).Num, Is.EqualTo(model[at]));
                    model.RemoveAt(at);
                    break;
                case 3:
                    var count = random.Next(model.Count + 4);
                    list.Resize(count, -1);
                    while (model.Count < count)
                        model.Add(-1);
                    model.RemoveRange(count, model.Count - count);
                    break;
                case var what when what < 4 + front && model.Count > 0:
                    Assert.That(list.RemoveAt(0).Num, Is.EqualTo(model[0]));
                    model.RemoveAt(0);
                    break;
                default:
                    list.Add(value);
                    model.Add(value);
                    break;
            }
            Assert.That(list.Items.ToArray().Select(item => item.Num), Is.EqualTo(model));
        }
    }

    [Test]
    public void A_queue_stays_as_small_as_what_is_in_it()
    {
        var list = new ListPayload();
        for (var i = 0; i < 100_000; i++)
        {
            list.Add(i);
            if (i >= 10)
                Assert.That(list.RemoveAt(0).Num, Is.EqualTo(i - 10));
        }
        Assert.That(list.Capacity, Is.LessThan(64));
    }
}
