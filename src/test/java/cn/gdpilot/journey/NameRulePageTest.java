package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.duplicate.DuplicatePair;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The Department's officers edit words and weights: tried first, kept with who, when and why, held by the next comparison. */
class NameRulePageTest extends Journey {

    private static final String PAGE = "/desk/duplicate-rules";
    private static final Pattern TEXTAREA = Pattern.compile("<textarea id=\"(\\w+)\"[^>]*>([^<]*)</textarea>");
    private static final Pattern INPUT =
            Pattern.compile("id=\"(weight\\.[\\w-]+)\" name=\"[^\"]+\" value=\"([^\"]*)\"");

    @Autowired
    DuplicatePairs pairs;

    @Test
    @DisplayName(
            "a word is tried on two names, saved with a reason, and the next pair says by which edition it was found")
    void editedTriedUsed() {
        givenRound();
        Submitted throughCity = givenAccepted("city-440100", "F01", "岸桥防摇控制");
        Submitted throughCa = givenAccepted("ca-44", "F01", "集装箱装卸机械防摇控制");
        assertThat(open("city-440100").status()).isEqualTo(403);
        Map<String, String> typed = typed(open("dept-44").ok().body());
        assertThat(typed).containsKeys("generic", "light", "legal", "rewrite", "contrast", "weight.contrast");

        typed.merge("rewrite", "集装箱装卸机械=岸桥", (before, line) -> before + "\n" + line);
        Map<String, String> tried = new HashMap<>(typed);
        tried.putAll(Map.of(
                "firstName",
                "岸桥防摇控制",
                "firstApplicant",
                "甲公司",
                "secondName",
                "集装箱装卸机械防摇控制",
                "secondApplicant",
                "乙公司",
                "sameDirection",
                "true",
                "otherChannel",
                "true"));
        assertThat(send("dept-44", PAGE + "/try", tried).ok().body())
                .contains("试比对结果", "100.0%", "疑似重复", "防摇控制</mark>", "集装箱装卸机械=岸桥");
        assertThat(open("dept-44").body()).as("nothing is saved by trying").contains("还没有人修改过", "比对词表随附文件");

        assertThat(send("dept-44", PAGE, typed).body()).contains("请填写修改说明", "集装箱装卸机械=岸桥");
        typed.put("note", "两种叫法是一种机械");
        assertThat(send("city-440100", PAGE, typed).status()).isEqualTo(403);
        Map<String, String> large = new HashMap<>(Map.of("seen", "0"));
        large.put("generic", "词".repeat(400_000));
        assertThat(send("dept-44", PAGE, large).body())
                .as("more than the server reads")
                .contains("2 MB");
        assertThat(send("dept-44", PAGE + "/try", large).body()).contains("2 MB");
        assertThat(send("dept-44", PAGE, typed).ok().body()).contains("已保存为第 1 版", "两种叫法是一种机械", "加 集装箱装卸机械=岸桥");
        assertThat(send("dept-44", PAGE, typed).body())
                .as("somebody else had the page open")
                .contains("已被其他人修改", "集装箱装卸机械=岸桥");

        whenArrived("city-440100", List.of(throughCity.id()));
        whenProvinceHasReviewed();

        DuplicatePair pair = pairs.open(round).get(0);
        assertThat(pair.secondId()).isEqualTo(throughCa.id());
        assertThat(pair.source()).contains("duplicate-verdict v", "比对词表第 1 版");
        complete("dept-44", "UserTask_ResolveDuplicate", Map.of("outcome", "SAME", "keep", "SECOND", "grounds", "一台机械"))
                .ok();
        assertThat(read("dept-44", "/dossier/" + throughCity.id()).body()).contains("比对词表第 1 版");
        assertThat(jdbc.sql("select grounds from record_entry where action = 'duplicate.rules'")
                        .query(String.class)
                        .list())
                .containsExactly("两种叫法是一种机械");
    }

    private Answer open(String person) {
        return read(person, PAGE);
    }

    private Answer read(String person, String path) {
        return officer(person).raw("GET", path, BodyPublishers.noBody(), "text/plain");
    }

    private Answer send(String person, String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return officer(person).withToken("/account/password", "POST", path, body, "application/x-www-form-urlencoded");
    }

    /** What the page's form holds. */
    private static Map<String, String> typed(String page) {
        Map<String, String> fields = new HashMap<>(Map.of("seen", "0"));
        for (Pattern pattern : List.of(TEXTAREA, INPUT)) {
            Matcher matcher = pattern.matcher(page);
            while (matcher.find()) {
                fields.put(matcher.group(1), matcher.group(2).replace("&amp;", "&"));
            }
        }
        return fields;
    }
}
