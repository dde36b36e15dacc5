package cn.gdpilot.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes a recorded call at one place, the way a broken or hostile client would; the same seed makes the same calls. */
final class Mutation {

    private static final List<String> TEXTS = List.of(
            "",
            "0",
            "-1",
            "99999999999999999999",
            "1e999",
            "null",
            "true",
            "<script>alert(1)</script>",
            "' or 1=1 --",
            "${1+1}",
            "../../etc/passwd",
            "\u0000",
            "\ud83d\ude00",
            "长".repeat(3000),
            "a".repeat(9000),
            "%",
            "\\",
            "\"",
            "2026-13-45T99:99",
            "NaN");
    private static final List<String> JSON_VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5e300",
            "99999999999999999999999999",
            "[]",
            "{}",
            "[null]",
            "\"\"",
            "\"x\"",
            "{\"a\":{\"b\":[1]}}",
            "[".repeat(3000) + "]".repeat(3000),
            "\"" + "y".repeat(20_000) + "\"",
            "\"\\u0000\"",
            "[1,\"a\",null,{}]",
            "nope");
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "PROPFIND");
    private static final Pattern VALUE =
            Pattern.compile("(?<=:)(\"[^\"]*\"|true|false|null|-?\\d+|\\[[^\\[\\]]*]|\\{[^{}]*})");
    private static final Pattern SEGMENT = Pattern.compile("(?<=/)[^/?]+");
    private static final Pattern PARAMETER = Pattern.compile("(?<==)[^&]*");

    private final Random random;

    Mutation(long seed) {
        this.random = new Random(seed);
    }

    RecordedCall of(RecordedCall call) {
        boolean hasBody = !call.body().isEmpty();
        return switch (random.nextInt(hasBody ? 8 : 3)) {
            case 0 -> call.atPath(replaceOne(call.path(), SEGMENT, encoded(any(TEXTS))));
            case 1 ->
                call.atPath(
                        call.path().contains("=")
                                ? replaceOne(call.path(), PARAMETER, encoded(any(TEXTS)))
                                : call.path() + "?" + encoded(any(TEXTS)) + "=" + encoded(any(TEXTS)));
            case 2 -> call.byMethod(any(METHODS));
            case 3 ->
                call.withBody(
                        call.body().substring(0, random.nextInt(call.body().length())));
            case 4 ->
                call.withBody(call.body()
                        .replaceFirst(
                                "[{]",
                                "{\"" + random.nextInt() + "\":"
                                        + any(JSON_VALUES).replace("\\", "\\\\") + ","));
            case 5 -> call.withBody(any(JSON_VALUES));
            default ->
                call.withBody(
                        call.kind().equals("json")
                                ? replaceOne(call.body(), VALUE, any(JSON_VALUES))
                                : replaceOne(call.body(), PARAMETER, encoded(any(TEXTS))));
        };
    }

    private String replaceOne(String text, Pattern place, String other) {
        List<MatchResult> places = place.matcher(text).results().toList();
        if (places.isEmpty()) {
            return text;
        }
        MatchResult chosen = places.get(random.nextInt(places.size()));
        return text.substring(0, chosen.start()) + other + text.substring(chosen.end());
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
