using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Tests.Diagnostics;

public sealed class InvisibleTests
{
    [Theory]
    [InlineData(0x00AD)]
    [InlineData(0x034F)]
    [InlineData(0x061C)]
    [InlineData(0x115F)]
    [InlineData(0x1160)]
    [InlineData(0x17B4)]
    [InlineData(0x180B)]
    [InlineData(0x180E)]
    [InlineData(0x200B)]
    [InlineData(0x200C)]
    [InlineData(0x200D)]
    [InlineData(0x2028)]
    [InlineData(0x202E)]
    [InlineData(0x2060)]
    [InlineData(0x2065)]
    [InlineData(0x2800)]
    [InlineData(0x3164)]
    [InlineData(0xFE00)]
    [InlineData(0xFE0E)]
    [InlineData(0xFE0F)]
    [InlineData(0xFEFF)]
    [InlineData(0xFFA0)]
    [InlineData(0xFFF0)]
    [InlineData(0xFFFF)]
    [InlineData(0x1BCA0)]
    [InlineData(0x1D173)]
    [InlineData(0x1FFFE)]
    [InlineData(0xE0001)]
    [InlineData(0xE0041)]
    [InlineData(0xE007F)]
    [InlineData(0xE0100)]
    [InlineData(0xE01EF)]
    public void A_character_that_shows_nothing_is_named_where_it_stands(int point)
    {
        var text = $"Brand{char.ConvertFromUtf32(point)} A";

        Invisible.First(text).ShouldBe(point);
        MessageText.Escape(text).ShouldBe($"Brand{string.Concat(char.ConvertFromUtf32(point).Select(c => $"\\u{(int)c:x4}"))} A");
    }

    [Theory]
    [InlineData("👩‍💻")]
    [InlineData("👩🏽‍💻")]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("👩‍❤️‍💋‍👨")]
    [InlineData("🏳️‍🌈")]
    [InlineData("🏴‍☠️")]
    [InlineData("🏃🏻‍♀️‍➡️")]
    [InlineData("⛹️‍♀️")]
    [InlineData("⛓️‍💥")]
    [InlineData("❤️‍🔥")]
    [InlineData("🧑🏻‍🤝‍🧑🏿")]
    [InlineData("1️⃣ #️⃣ *️⃣")]
    [InlineData("☀️ ✈️ ©️ 🕵️ 🏖️")]
    [InlineData("🇩🇪 é 日本　語 한국어 हिन्दी العربية −–… \u00a0")]
    public void Emoji_and_the_letters_of_the_world_stay_as_they_are(string text)
    {
        Invisible.First(text).ShouldBeNull();
        MessageText.Escape(text).ShouldBe(text);
    }

    [Theory]
    [InlineData("👩\u200d", "👩\\u200d")]
    [InlineData("\u200d💻", "\\u200d💻")]
    [InlineData("a\u200db", "a\\u200db")]
    [InlineData("🐶\u200d🐱", "🐶\\u200d🐱")]
    [InlineData("👩\u200d\u200d💻", "👩\\u200d\\u200d💻")]
    [InlineData("A\ufe0f", "A\\ufe0f")]
    [InlineData("1\ufe0f", "1\\ufe0f")]
    [InlineData("😀\ufe0f", "😀\\ufe0f")]
    [InlineData("☀️\ufe0f", "☀️\\ufe0f")]
    [InlineData("\ufe0f", "\\ufe0f")]
    [InlineData("🏴\U000E0067\U000E007F", "🏴\\udb40\\udc67\\udb40\\udc7f")]
    public void What_makes_an_emoji_shows_nothing_anywhere_else(string text, string shown) => MessageText.Escape(text).ShouldBe(shown);
}
