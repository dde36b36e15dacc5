package cn.gdpilot.domain.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AcceptancePointsTest extends DataTest {

    @Autowired
    AcceptancePoints points;

    @Autowired
    ReferenceFiles files;

    @Autowired
    RecordBook book;

    @Autowired
    PilotClock clock;

    @Test
    @DisplayName("R2.11 one seal not ticked → refused, and the missing one is named")
    void missing() {
        List<String> all = keys();
        String first = points.all().get(0).label();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> points.check(all.subList(1, all.size())))
                .withMessageContaining(first);
        assertThatCode(() -> points.check(all)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("R2.11 point that is not on the list → refused")
    void foreign() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> points.check(List.of("SOMETHING")));
    }

    @Test
    @DisplayName("R2.11 answered without the form → refused where points are compulsory, else let pass")
    void compulsory() {
        AcceptancePoints strict = new AcceptancePoints(jdbc, files, book, clock, true);
        AcceptancePoints lenient = new AcceptancePoints(jdbc, files, book, clock, false);

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> strict.check(null));
        assertThatCode(() -> lenient.check(null)).doesNotThrowAnyException();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> lenient.check(List.of()));
    }

    @Test
    @DisplayName("R2.11 points ticked at acceptance → kept in the words of that day")
    void kept() {
        String id = givenApplication(givenRound(), "city-440100", ApplicationState.SUBMITTED);

        points.keep(id, 1, keys(), OFFICER);

        assertThat(points.of(id))
                .containsExactlyElementsOf(
                        points.all().stream().map(AcceptancePoint::label).toList());
    }

    @Test
    @DisplayName("R2.11 list and form → the same points in the same words")
    void form() throws IOException {
        Map<String, String> asked = new LinkedHashMap<>();
        for (JsonNode field : new ObjectMapper()
                .readTree(new File("forms/accept-application.form"))
                .path("components")) {
            if (field.path("key").asText().equals("points")) {
                field.path("values")
                        .forEach(value -> asked.put(
                                value.path("value").asText(),
                                value.path("label").asText()));
            }
        }

        assertThat(asked)
                .isEqualTo(points.all().stream()
                        .collect(Collectors.toMap(AcceptancePoint::point, AcceptancePoint::label)));
    }

    private List<String> keys() {
        return points.all().stream().map(AcceptancePoint::point).toList();
    }
}
