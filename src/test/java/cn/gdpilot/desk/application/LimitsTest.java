package cn.gdpilot.desk.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.DataTest;
import cn.gdpilot.OnPostgres;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.identity.limit.LimitSettings;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.upload.Uploads;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.ApplicationForm;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Limit;
import cn.gdpilot.domain.text.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What one applicant may take up in a round: drafts, bytes, uploads at once. A refusal writes nothing but its line in the record. */
class LimitsTest {

    private static final String CITY = "city-440100";
    private static final Actor APPLICANT = new Actor("applicant", null);
    private static final ApplicationForm NOTHING = new ApplicationForm(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    private static final int RACING = 6;

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends DataTest {

        @Autowired
        BeginDraft drafts;

        @Autowired
        UploadGate gate;

        @Autowired
        Uploads uploads;

        @Autowired
        LimitSettings settings;

        private Round round;
        private Applicant applicant;

        @BeforeEach
        void given() {
            round = givenRound();
            applicant = givenApplicant();
        }

        @Test
        @DisplayName("tenth draft in the round → begun; eleventh → refused; after one is given up → begun")
        void drafts() {
            List<String> ten = givenDrafts(settings.drafts() - 1);
            ten.add(begin());

            refused(Limit.DRAFTS, "已有 10 份草稿，最多 10 份", this::begin);
            assertThat(applications.ofApplicant(applicant.id())).hasSize(settings.drafts());

            set(ten.get(0), ApplicationState.WITHDRAWN);
            begin();
        }

        @Test
        @DisplayName("begun and given up again and again → refused at the fiftieth; another round or applicant → begun")
        void begunAgainAndAgain() {
            givenDrafts(settings.draftsBegun()).forEach(id -> set(id, ApplicationState.WITHDRAWN));

            refused(Limit.DRAFTS_BEGUN, "已新建 50 份申请", this::begin);
            applicant = givenApplicant();
            begin();
        }

        @Test
        @Committed
        @DisplayName(
                "six begin a draft at the same moment where one place is left → exactly one is begun, five lines in the record")
        void draftsRace() throws Exception {
            givenDrafts(settings.drafts() - 1);
            long before = lines();

            assertThat(atOnce(six(this::begin))).filteredOn(Outcome::committed).hasSize(1);

            assertThat(applications.ofApplicant(applicant.id())).hasSize(settings.drafts());
            assertThat(lines() - before).isEqualTo(RACING - 1);
        }

        @Test
        @DisplayName(
                "tenth upload at once, over both of an applicant's drafts → begun; eleventh → refused; one given up → begun")
        void uploads() {
            String first = begin();
            String second = begin();
            List<String> ten = new ArrayList<>();
            for (int i = 0; i < settings.uploads(); i++) {
                ten.add(upload(i % 2 == 0 ? first : second, 1));
            }

            refused(Limit.UPLOADS, "已有 10 个，最多 10 个", () -> upload(first, 1));
            uploads.free(ten.get(0));
            upload(second, 1);
        }

        @ParameterizedTest(name = "{0}")
        @EnumSource(names = {"SUBMITTED", "WITHDRAWN"})
        @DisplayName("ten uploads left half done in an application that takes none any more → another draft's begins")
        void leftHalfDone(ApplicationState state) {
            String first = begin();
            for (int i = 0; i < settings.uploads(); i++) {
                upload(first, 1);
            }
            set(first, state);
            String second = begin();

            upload(second, 1);

            assertThat(gate.room(applications.get(second)).used()).isEqualTo(settings.uploads() + 1);
        }

        @Test
        @Committed
        @DisplayName("six uploads begin at the same moment where one place is left → exactly one begins")
        void uploadsRace() throws Exception {
            String id = begin();
            for (int i = 1; i < settings.uploads(); i++) {
                upload(id, 1);
            }

            assertThat(atOnce(six(() -> upload(id, 1))))
                    .filteredOn(Outcome::committed)
                    .hasSize(1);
            assertThat(uploads.open(List.of(id))).isEqualTo(settings.uploads());
        }

        @Test
        @DisplayName(
                "unfinished uploads and removed files fill the room → the last byte that fits is taken, one more is refused")
        void bytes() {
            String id = begin();
            long most = settings.bytes().toBytes();
            material(id, "a", 1000, false);
            material(id, "b", 500, true);
            material(begin(), "a", 1000, false);
            String held = upload(id, most - 1500 - 7);

            refused(Limit.BYTES, "已占 30.0 GB，上限 30.0 GB", () -> upload(id, 8));
            upload(id, 7);
            assertThat(gate.room(applications.get(id))).isEqualTo(new UploadGate.Room(most, most));

            uploads.free(held);
            upload(id, 8);
        }

        @Test
        @Committed
        @DisplayName("six uploads begin at the same moment where room for one is left → exactly one begins")
        void bytesRace() throws Exception {
            String id = begin();
            upload(id, settings.bytes().toBytes() - 10);

            assertThat(atOnce(six(() -> upload(id, 10))))
                    .filteredOn(Outcome::committed)
                    .hasSize(1);
        }

        private String begin() {
            return drafts.begin(applicant.id(), CITY, "某项目", NOTHING, APPLICANT);
        }

        private String upload(String id, long bytes) {
            return gate.admit(
                    applicant.id(), id, bytes, APPLICANT, () -> uploads.hold(id, MaterialKind.EVIDENCE, bytes));
        }

        private List<String> givenDrafts(int count) {
            List<String> ids = new ArrayList<>();
            IntStream.range(0, count)
                    .forEach(n -> ids.add(givenApplication(round, CITY, applicant, "草稿" + n, ApplicationState.DRAFT)));
            return ids;
        }

        private void set(String id, ApplicationState state) {
            jdbc.sql("update application set state = :state where id = :id")
                    .param("state", state.name())
                    .param("id", id)
                    .update();
        }

        private void material(String id, String sha256, long bytes, boolean removed) {
            jdbc.sql("""
                    insert into material (application_id, kind, name, format, size_bytes, sha256, uploaded_at, removed_at)
                    values (:id, 'EVIDENCE', :sha, 'pdf', :bytes, :sha, current_timestamp,
                      case when :removed then current_timestamp else null end)""")
                    .param("id", id)
                    .param("sha", sha256 + applicant.id())
                    .param("bytes", bytes)
                    .param("removed", removed)
                    .update();
        }

        private void refused(Limit limit, String words, Runnable work) {
            long before = lines();
            assertThatThrownBy(work::run).hasMessageContaining(words).isInstanceOfSatisfying(Refusal.class, no -> {
                assertThat(no.limit()).isEqualTo(limit);
                assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            });
            assertThat(lines() - before).isEqualTo(1);
        }

        private long lines() {
            return jdbc.sql("select count(*) from record_entry where action = 'limit.refused'")
                    .query(Long.class)
                    .single();
        }

        @SuppressWarnings("unchecked")
        private static Callable<String>[] six(Callable<String> work) {
            return IntStream.range(0, RACING).mapToObj(n -> work).toArray(Callable[]::new);
        }
    }
}
