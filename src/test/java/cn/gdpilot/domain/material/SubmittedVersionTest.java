package cn.gdpilot.domain.material;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.files.store.Sha256;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationFixture;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.DeclaredFacts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The frozen text, over which receipts are made, stays the same byte by byte however the records are built. */
class SubmittedVersionTest {

    private static final String TEXT = """
            {"applicant":{"id":1,"creditCode":"91440101MA00000001","name":"某公司","applicantType":"INDUSTRIAL","city":"广州市","contactName":"甲","contactPhone":"020-1","contactEmail":"a@example.org"},\
            "application":{"id":"GD2026-1","roundId":"2026","applicantId":1,"unitId":"city-440100",\
            "channel":"CITY","state":"SUBMITTED","version":7,"submissions":0,"projectName":"项目","direction":"T01","category":"工厂类",\
            "summary":"简介",\
            "registeredIn":"CN","legalPerson":false,"seriousDishonesty":true,"majorAccident":true,"commitmentLetter":false,"built":true,"innovationProject":"ACCEPTED",\
            "demonstrationBase":true,"innovationAccepted":false,"revolutionaryArea":true,"markedEffect":false,\
            "contactName":"乙","contactPhone":"020-2","contactEmail":"b@example.org",\
            "createdAt":"1970-01-01T00:00:00Z","submittedAt":"2026-12-08T09:30:00.123456Z"},\
            "materials":[{"id":5,"applicationId":"GD2026-1","kind":"VIDEO",\
            "name":"v.mp4","format":"mp4","sizeBytes":12,"sha256":"aa","videoSeconds":420,\
            "uploadedAt":"2026-12-01T00:00:00Z","title":"视频"}]}""";
    private static final String UNANSWERED = """
            {"applicant":{"id":1,"creditCode":"91440101MA00000001","name":"某公司","applicantType":"INDUSTRIAL","city":"广州市","contactName":"甲","contactPhone":"020-1","contactEmail":"a@example.org"},\
            "application":{"id":"GD2026-1","roundId":"2026","applicantId":1,"unitId":"city-440100",\
            "channel":"CITY","state":"DRAFT","version":1,"submissions":0,"projectName":"项目","direction":"T01","category":"工厂类",\
            "summary":"简介",\
            "registeredIn":null,"legalPerson":null,"seriousDishonesty":null,"majorAccident":null,"commitmentLetter":null,"built":null,"innovationProject":null,\
            "demonstrationBase":false,"innovationAccepted":false,"revolutionaryArea":false,"markedEffect":false,\
            "contactName":"乙","contactPhone":"020-2","contactEmail":"b@example.org",\
            "createdAt":"1970-01-01T00:00:00Z","submittedAt":null},\
            "materials":[{"id":5,"applicationId":"GD2026-1","kind":"VIDEO",\
            "name":"v.mp4","format":"mp4","sizeBytes":12,"sha256":"aa","videoSeconds":420,\
            "uploadedAt":"2026-12-01T00:00:00Z","title":"视频"}]}""";
    private static final Application FULL = ApplicationFixture.given()
            .state(ApplicationState.SUBMITTED)
            .version(7)
            .facts(new DeclaredFacts(
                    "CN", false, true, true, false, true, "ACCEPTED", true, false, true, false, null, null))
            .submittedAt(Instant.parse("2026-12-08T09:30:00.123456Z"))
            .build();
    private static final Material VIDEO = new Material(
            5,
            "GD2026-1",
            MaterialKind.VIDEO,
            "v.mp4",
            "mp4",
            12,
            "aa",
            420,
            Instant.parse("2026-12-01T00:00:00Z"),
            "视频",
            null,
            null,
            null);

    @Test
    @DisplayName("R4.1 every fact answered → this text and this hash")
    void written() {
        assertThat(version(FULL).text()).isEqualTo(TEXT);
        assertThat(Sha256.of(TEXT)).isEqualTo("3511a0933057eec988d73ab1ff88bb1406e8909092f4299979cc442245901b90");
    }

    @Test
    @DisplayName("R4.1 no fact answered → each stands in the text as null")
    void unanswered() {
        Application application = ApplicationFixture.given()
                .facts(new DeclaredFacts(
                        null, null, null, null, null, null, null, false, false, false, false, null, null))
                .build();

        assertThat(version(application).text()).isEqualTo(UNANSWERED);
        assertThat(SubmittedVersion.of(UNANSWERED)).isEqualTo(version(application));
    }

    @Test
    @DisplayName("R4.1 text read back → what was submitted, by versions and by papers")
    void readBack() {
        assertThat(SubmittedVersion.of(TEXT)).isEqualTo(version(FULL));
        assertThat(Submission.frozen(TEXT))
                .isEqualTo(new Submission(ApplicationFixture.applicant(), FULL, List.of(VIDEO)));
    }

    @Test
    @DisplayName("R4.1 text of a release without some facts and with others → read, what is missing is null")
    void otherReleases() {
        String other = """
                {"applicant":{"id":1,"name":"某公司","faxNumber":"1"},
                 "application":{"id":"GD2026-1","projectName":"项目","built":true,"gone":{"a":1},"contactName":"乙"},
                 "materials":[]}""";

        SubmittedVersion read = SubmittedVersion.of(other);

        assertThat(read.application().projectName()).isEqualTo("项目");
        assertThat(read.application().facts().built()).isTrue();
        assertThat(read.application().facts().legalPerson()).isNull();
        assertThat(read.application().contact().name()).isEqualTo("乙");
        assertThat(read.application().contact().phone()).isNull();
        assertThat(read.applicant().contact().email()).isNull();
        assertThat(Submission.frozen(other).application()).isEqualTo(read.application());
    }

    private static SubmittedVersion version(Application application) {
        return new SubmittedVersion(ApplicationFixture.applicant(), application, List.of(VIDEO));
    }
}
