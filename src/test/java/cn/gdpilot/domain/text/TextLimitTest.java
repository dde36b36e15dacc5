package cn.gdpilot.domain.text;

import static cn.gdpilot.domain.text.TextLimit.ANSWER;
import static cn.gdpilot.domain.text.TextLimit.CITY;
import static cn.gdpilot.domain.text.TextLimit.CONTACT;
import static cn.gdpilot.domain.text.TextLimit.FIELDS;
import static cn.gdpilot.domain.text.TextLimit.FILE_NAME;
import static cn.gdpilot.domain.text.TextLimit.GROUNDS;
import static cn.gdpilot.domain.text.TextLimit.INTERESTS;
import static cn.gdpilot.domain.text.TextLimit.KEY;
import static cn.gdpilot.domain.text.TextLimit.MESSAGE;
import static cn.gdpilot.domain.text.TextLimit.NAME;
import static cn.gdpilot.domain.text.TextLimit.PERSON;
import static cn.gdpilot.domain.text.TextLimit.RANKING;
import static cn.gdpilot.domain.text.TextLimit.REASON;
import static cn.gdpilot.domain.text.TextLimit.SCORE_GROUNDS;
import static cn.gdpilot.domain.text.TextLimit.SHORT_ANSWER;
import static cn.gdpilot.domain.text.TextLimit.SUMMARY;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Limits of texts against the columns that hold them, the forms that ask for them and the pages that show them. */
class TextLimitTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final File FORMS = new File("forms");

    /** The limit of what people write into a column. */
    private static final Map<String, TextLimit> COLUMNS = Map.ofEntries(
            entry("acceptance_trial.grounds", GROUNDS),
            entry("applicant.name", NAME),
            entry("applicant.city", CITY),
            entry("applicant.contact_name", PERSON),
            entry("applicant.contact_email", CONTACT),
            entry("applicant_invitation.email", CONTACT),
            entry("application.project_name", NAME),
            entry("application.summary", SUMMARY),
            entry("application.contact_name", PERSON),
            entry("application.contact_email", CONTACT),
            entry("application_event.grounds", GROUNDS),
            entry("correction.remark", GROUNDS),
            entry("correction_day.grounds", GROUNDS),
            entry("credit_lookup.remark", REASON),
            entry("deadline_extension.grounds", REASON),
            entry("evidenced_arrival.words", REASON),
            entry("go_ahead.grounds", GROUNDS),
            entry("go_ahead.decided_grounds", GROUNDS),
            entry("round_opening.decided_grounds", GROUNDS),
            entry("round_void.reason", REASON),
            entry("unattended_mend.grounds", REASON),
            entry("duplicate_comment.words", GROUNDS),
            entry("duplicate_pair.grounds", GROUNDS),
            entry("duplicate_verdict_set_aside.grounds", GROUNDS),
            entry("expert.name", PERSON),
            entry("expert.city", CITY),
            entry("expert.email", CONTACT),
            entry("expert.fields", FIELDS),
            entry("expert.interests", INTERESTS),
            entry("finding.message", MESSAGE),
            entry("grant_request.grounds", REASON),
            entry("left_out_reason.reason", REASON),
            entry("material.name", FILE_NAME),
            entry("material.title", NAME),
            entry("merit_move.grounds", GROUNDS),
            entry("moved_reason.reason", GROUNDS),
            entry("name_rules.note", REASON),
            entry("objection.person", PERSON),
            entry("objection.contact", CONTACT),
            entry("objection.words", GROUNDS),
            entry("objection.grounds", GROUNDS),
            entry("objection.remedy_grounds", GROUNDS),
            entry("opinion_set_aside.grounds", GROUNDS),
            entry("project_check.grounds", GROUNDS),
            entry("publicity_forgone.grounds", GROUNDS),
            entry("receipt.idempotency_key", KEY),
            entry("recommendation.courier_number", SHORT_ANSWER),
            entry("recommendation.sent_by", PERSON),
            entry("record_entry.grounds", GROUNDS),
            entry("review_assignment.reason", REASON),
            entry("review_opinion.grounds", GROUNDS),
            entry("review_score.grounds", SCORE_GROUNDS),
            entry("selection_change.grounds", GROUNDS),
            entry("selection_decision.grounds", GROUNDS),
            entry("selection_passed_over.reason", GROUNDS),
            entry("unit_contact.address", NAME),
            entry("unit_contact.email", CONTACT),
            entry("unit_contact_change.grounds", REASON),
            entry("unit_contact_change.note", REASON),
            entry("model_waiting.grounds", REASON),
            entry("video_watching.remark", REASON),
            entry("extra_fact.answer", REASON),
            entry("round_list_change.grounds", REASON),
            entry("round_list_change.decided_grounds", REASON),
            entry("form_answer.answer", ANSWER),
            entry("form_answer.given", ANSWER),
            entry("task_opinion.grounds", GROUNDS));

    /** Columns of these names hold words of people. */
    private static final Pattern WRITTEN =
            Pattern.compile("\\w+\\.(\\w*grounds|words|reason|remark|note|summary|interests|fields|message)");

    /** Written by the program, or longer than any limit by nature. */
    private static final Set<String> NOT_TYPED =
            Set.of("duplicate_pair.message", "mail_trouble.reason", "name_rules.words", "review_panel.closed_because");

    private static final Map<String, TextLimit> FIELDS_OF_FORMS = Map.ofEntries(
            entry("grounds", GROUNDS),
            entry("moved", GROUNDS),
            entry("notAwaited", GROUNDS),
            entry("passedOver", GROUNDS),
            entry("ranking", RANKING),
            entry("sentBy", PERSON),
            entry("courierNumber", SHORT_ANSWER),
            entry("sentAt", SHORT_ANSWER),
            entry("leftOff", GROUNDS),
            entry("publicList", ANSWER),
            entry("selection", ANSWER));

    @Test
    @DisplayName("a column takes whatever its limit allows")
    void columns() throws IOException {
        Map<String, Integer> widths = widths(migrations());

        assertThat(widths.keySet()).containsAll(COLUMNS.keySet());
        COLUMNS.forEach(
                (column, limit) -> assertThat(widths.get(column)).as(column).isGreaterThanOrEqualTo(limit.length()));
    }

    @Test
    @DisplayName("a column that holds people's words has a limit")
    void noColumnWithout() throws IOException {
        assertThat(widths(migrations()).keySet())
                .filteredOn(column -> WRITTEN.matcher(column).matches() && !NOT_TYPED.contains(column))
                .isSubsetOf(COLUMNS.keySet());
    }

    @Test
    @DisplayName("a narrower column in a later script → its width counts")
    void laterScript() {
        assertThat(widths(List.of(
                        "create table t (\n  grounds varchar(2000) not null\n);",
                        "alter table t alter column grounds set data type varchar(1000);")))
                .containsEntry("t.grounds", 1000);
    }

    @Test
    @DisplayName("a text field of a form has the limit of its text")
    void forms() throws IOException {
        for (File form : FORMS.listFiles((folder, name) -> name.endsWith(".form"))) {
            for (JsonNode field : new ObjectMapper().readTree(form).path("components")) {
                JsonNode longest = field.path("validate").path("maxLength");
                if (field.path("type").asText().equals("textarea") || !longest.isMissingNode()) {
                    String key = field.path("key").asText();
                    assertThat(FIELDS_OF_FORMS).as(form.getName()).containsKey(key);
                    assertThat(longest.asInt())
                            .as("%s of %s", key, form.getName())
                            .isEqualTo(FIELDS_OF_FORMS.get(key).length());
                }
            }
        }
    }

    @Test
    @DisplayName("a page asks for the limit and holds no figure of its own")
    void pages() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> pages = Files.list(TEMPLATES)) {
            for (Path page : pages.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(page);
                assertThat(text).as(page.toString()).doesNotContainPattern("maxlength=\"\\d");
                Matcher found =
                        Pattern.compile("@labels\\.longest\\('(\\w+)'\\)").matcher(text);
                while (found.find()) {
                    named.add(found.group(1));
                }
            }
        }
        assertThat(named)
                .isNotEmpty()
                .isSubsetOf(
                        EnumSet.allOf(TextLimit.class).stream().map(Enum::name).toList());
    }

    @Test
    @DisplayName("a text of the limit's length → not longer; one character more, or none → told apart")
    void exceededBy() {
        assertThat(REASON.exceededBy("字".repeat(500))).isFalse();
        assertThat(REASON.exceededBy("字".repeat(501))).isTrue();
        assertThat(REASON.exceededBy(null)).isFalse();
    }

    private static List<String> migrations() throws IOException {
        List<String> scripts = new ArrayList<>();
        for (File script : Arrays.stream(MIGRATIONS.toFile().listFiles())
                .sorted(Comparator.comparing(File::getName))
                .toList()) {
            scripts.add(Files.readString(script.toPath()));
        }
        return scripts;
    }

    /** Widths of all text columns after the last script, e.g. "expert.city" → 50. */
    private static Map<String, Integer> widths(List<String> scripts) {
        Map<String, Integer> widths = new TreeMap<>();
        for (String script : scripts) {
            String plain = script.replaceAll("--.*", "").toLowerCase(Locale.ROOT);
            Matcher table = Pattern.compile("create table (\\w+)\\s*\\((.*?)\\n\\)", Pattern.DOTALL)
                    .matcher(plain);
            while (table.find()) {
                Matcher column = Pattern.compile("(?m)^\\s*(\\w+)\\s+varchar\\((\\d+)\\)")
                        .matcher(table.group(2));
                while (column.find()) {
                    widths.put(table.group(1) + "." + column.group(1), Integer.parseInt(column.group(2)));
                }
            }
            Matcher change = Pattern.compile(
                            "alter table (\\w+) (?:add column|alter column) (\\w+) (?:set data type )?varchar\\((\\d+)\\)")
                    .matcher(plain);
            while (change.find()) {
                widths.put(change.group(1) + "." + change.group(2), Integer.parseInt(change.group(3)));
            }
        }
        return widths;
    }
}
