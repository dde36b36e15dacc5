package cn.gdpilot.desk.application.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.ApplicationFixture;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The names that applicants' programs read. */
class ApplicationViewTest {

    @Test
    @DisplayName("application for a program → all its fields side by side, none within another")
    void flat() {
        JsonNode view = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .valueToTree(new ApplicationView(ApplicationFixture.given().build(), List.of()));

        assertThat(view.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "roundId",
                        "applicantId",
                        "unitId",
                        "channel",
                        "state",
                        "version",
                        "submissions",
                        "projectName",
                        "direction",
                        "category",
                        "summary",
                        "registeredIn",
                        "legalPerson",
                        "seriousDishonesty",
                        "majorAccident",
                        "commitmentLetter",
                        "built",
                        "innovationProject",
                        "demonstrationBase",
                        "innovationAccepted",
                        "revolutionaryArea",
                        "markedEffect",
                        "regionExplanation",
                        "contactName",
                        "contactPhone",
                        "contactEmail",
                        "createdAt",
                        "submittedAt",
                        "materials");
    }
}
