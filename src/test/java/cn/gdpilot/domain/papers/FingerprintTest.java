package cn.gdpilot.domain.papers;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.Submission;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationFixture;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.DeclaredFacts;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The form's fingerprint stands for stored values, so a sealed print is known again whatever words pages use later. */
class FingerprintTest {

    private static final Set<MaterialKind> LATER = Set.of(MaterialKind.APPLICATION_FORM, MaterialKind.INDEX);

    private final Material video = file(1, MaterialKind.VIDEO, "v.mp4", "aa", null);
    private final Material letter = file(2, MaterialKind.COMMITMENT_LETTER, "c.pdf", "bb", "承诺函");

    @Test
    @DisplayName("R2.13 the same values → this fingerprint, which no label, title or clause of a later release changes")
    void fixed() {
        assertThat(of("T01", video, letter)).isEqualTo("1D1C 6CFE BF92 C8FE");
    }

    @Test
    @DisplayName("R2.13 other facts → the fingerprints that they had in the first release")
    void fixedFacts() {
        assertThat(of(new DeclaredFacts(
                        "CN", false, true, true, false, null, "ACCEPTED", true, false, false, false, null, null)))
                .isEqualTo("26F8 B8D3 086C E95E");
        assertThat(of(new DeclaredFacts(
                        "OTHER", null, false, true, true, false, "FAILED", false, true, true, false, null, null)))
                .isEqualTo("82C5 7122 A975 037D");
    }

    @Test
    @DisplayName("R2.13 submitted and read again, other state, form and index added → the same fingerprint")
    void submitted() throws Exception {
        Submission submitted = new Submission(
                ApplicationFixture.applicant(),
                application("T01", ApplicationState.SUBMITTED, 7),
                List.of(
                        file(8, MaterialKind.INDEX, "i.pdf", "ee", null),
                        letter,
                        file(9, MaterialKind.APPLICATION_FORM, "f.pdf", "ff", null),
                        video));
        String frozen = new ObjectMapper().registerModule(new JavaTimeModule()).writeValueAsString(submitted);

        assertThat(Fingerprint.of(Submission.frozen(frozen), LATER)).isEqualTo(of("T01", video, letter));
    }

    @Test
    @DisplayName("R2.13 another direction, file, file's name or title → another fingerprint")
    void changed() {
        assertThat(Set.of(
                        of("T01", video, letter),
                        of("T02", video, letter),
                        of("T01", video),
                        of("T01", video, file(2, MaterialKind.COMMITMENT_LETTER, "c.pdf", "cc", "承诺函")),
                        of("T01", video, file(2, MaterialKind.COMMITMENT_LETTER, "d.pdf", "bb", "承诺函")),
                        of("T01", video, file(2, MaterialKind.COMMITMENT_LETTER, "c.pdf", "bb", null))))
                .hasSize(6);
    }

    private static String of(DeclaredFacts facts) {
        return Fingerprint.of(
                new Submission(
                        ApplicationFixture.applicant(),
                        ApplicationFixture.given().facts(facts).build(),
                        List.of()),
                LATER);
    }

    private static String of(String direction, Material... files) {
        return Fingerprint.of(
                new Submission(
                        ApplicationFixture.applicant(),
                        application(direction, ApplicationState.DRAFT, 1),
                        List.of(files)),
                LATER);
    }

    private static Application application(String direction, ApplicationState state, int version) {
        return ApplicationFixture.given()
                .direction(direction)
                .state(state)
                .version(version)
                .build();
    }

    private static Material file(long id, MaterialKind kind, String name, String sha256, String title) {
        return new Material(id, "GD2026-1", kind, name, "pdf", 1, sha256, null, Instant.EPOCH, title, null, null, null);
    }
}
