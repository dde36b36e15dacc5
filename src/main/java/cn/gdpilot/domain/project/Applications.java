package cn.gdpilot.domain.project;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.record.TimelineEntry;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The applications. Every change of state goes through {@link #advance} and leaves a line in the timeline. */
@Repository
public class Applications {

    private static final String ROWS = """
            select id, round_id, applicant_id, unit_id, channel, state, version, submissions, project_name, direction, category,
            summary, registered_in, legal_person, serious_dishonesty, major_accident, commitment_letter, built,
            innovation_project, demonstration_base, innovation_accepted, revolutionary_area, marked_effect, contact_name,
            contact_phone, contact_email, created_at, submitted_at, region_explanation, extra_facts
            from application
            """;
    private static final ApplicationRow ROW = new ApplicationRow();

    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final PilotClock clock;

    Applications(JdbcClient jdbc, Timeline timeline, ApplicationEventPublisher events, PilotClock clock) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** Begins a draft and returns its number. */
    public String begin(int year, String roundId, Applicant applicant, Unit unit, String projectName, Actor actor) {
        Instant now = clock.now();
        String id = "GD%d-%05d".formatted(year, nextNumber(now));
        jdbc.sql("""
                insert into application (id, round_id, applicant_id, unit_id, channel, state, version, submissions, project_name,
                  demonstration_base, innovation_accepted, revolutionary_area, marked_effect,
                  contact_name, contact_phone, contact_email, created_at)
                values (:id, :round, :applicant, :unit, :channel, 'DRAFT', 1, 0, :projectName,
                  false, false, false, false, :contactName, :contactPhone, :contactEmail, :now)""")
                .param("id", id)
                .param("round", roundId)
                .param("applicant", applicant.id())
                .param("unit", unit.id())
                .param("channel", unit.type().name())
                .param("projectName", projectName)
                .param("contactName", applicant.contact().name())
                .param("contactPhone", applicant.contact().phone())
                .param("contactEmail", applicant.contact().email())
                .param("now", PilotClock.timestamp(now))
                .update();
        timeline.add(id, now, actor, null, ApplicationState.DRAFT.name(), Grounds.NONE);
        return id;
    }

    public Optional<Application> find(String id) {
        return jdbc.sql(ROWS + "where id = :id").param("id", id).query(ROW).optional();
    }

    /**
     * The application of that number.
     *
     * @throws Refusal if there is none
     */
    public Application get(String id) {
        return find(id).orElseThrow(() -> Refusal.notFound("application.unknown", id));
    }

    /** The applications of these numbers, by number. */
    public Map<String, Application> all(Collection<String> ids) {
        return jdbc
                .sql(ROWS + "where id = any(cast(:ids as varchar array))")
                .param("ids", new SqlArrayValue("varchar", ids.toArray()))
                .query(ROW)
                .list()
                .stream()
                .collect(Collectors.toMap(Application::id, Function.identity()));
    }

    /** The application of that number, its row locked until the end of the transaction. */
    public Application lock(String id) {
        return jdbc.sql(ROWS + "where id = :id for update")
                .param("id", id)
                .query(ROW)
                .optional()
                .orElseThrow(() -> Refusal.notFound("application.unknown", id));
    }

    /** An applicant's applications, the newest first. */
    public List<Application> ofApplicant(long applicantId) {
        return jdbc.sql(ROWS + "where applicant_id = :applicant order by created_at desc, id desc")
                .param("applicant", applicantId)
                .query(ROW)
                .list();
    }

    /** A unit's applications of a round that are in one of these states, in order of arrival. */
    public List<Application> ofUnit(String roundId, String unitId, Collection<ApplicationState> states) {
        return jdbc.sql(ROWS + """
                where round_id = :round and unit_id = :unit and state in (:states)
                order by submitted_at, id""")
                .param("round", roundId)
                .param("unit", unitId)
                .param("states", names(states))
                .query(ROW)
                .list();
    }

    /** A round's applications that are in one of these states, in order of number. */
    public List<Application> ofRound(String roundId, Collection<ApplicationState> states) {
        return jdbc.sql(ROWS + "where round_id = :round and state in (:states) order by id")
                .param("round", roundId)
                .param("states", names(states))
                .query(ROW)
                .list();
    }

    /**
     * Writes what the applicant filled in. A form that changes nothing is in conflict with nobody, however old its version is:
     * a page whose first answer was lost sends it again.
     *
     * @param expectedVersion the version that the person saw; null = whatever it is
     * @throws Refusal if it cannot be edited any more, or someone else has changed it meanwhile
     */
    public void write(String id, ApplicationForm form, String category, Integer expectedVersion) {
        Application now = lock(id);
        if (!now.state().editable()) {
            throw Refusal.conflict("application.not-editable", Texts.label("state", now.state()));
        }
        if (expectedVersion != null && expectedVersion != now.version()) {
            if (form.isIn(now)) {
                return;
            }
            throw Refusal.conflict("application.changed-meanwhile");
        }
        jdbc.sql("""
                update application set version = version + 1,
                  project_name = coalesce(:projectName, project_name), direction = coalesce(:direction, direction),
                  category = coalesce(:category, category), summary = coalesce(:summary, summary),
                  registered_in = coalesce(:registeredIn, registered_in), legal_person = coalesce(:legalPerson, legal_person),
                  major_accident = coalesce(:majorAccident, major_accident),
                  commitment_letter = coalesce(:commitmentLetter, commitment_letter), built = coalesce(:built, built),
                  innovation_project = coalesce(:innovationProject, innovation_project),
                  demonstration_base = coalesce(:demonstrationBase, demonstration_base),
                  innovation_accepted = coalesce(:innovationAccepted, innovation_accepted),
                  revolutionary_area = coalesce(:revolutionaryArea, revolutionary_area),
                  marked_effect = coalesce(:markedEffect, marked_effect),
                  contact_name = coalesce(:contactName, contact_name), contact_phone = coalesce(:contactPhone, contact_phone),
                  contact_email = coalesce(:contactEmail, contact_email),
                  region_explanation = coalesce(:regionExplanation, region_explanation),
                  extra_facts = :extra
                where id = :id""")
                .param("projectName", form.projectName())
                .param("direction", form.direction())
                .param("category", category)
                .param("summary", form.summary())
                .param("registeredIn", form.registeredIn())
                .param("legalPerson", form.legalPerson())
                .param("majorAccident", form.majorAccident())
                .param("commitmentLetter", form.commitmentLetter())
                .param("built", form.built())
                .param("innovationProject", form.innovationProject())
                .param("demonstrationBase", form.demonstrationBase())
                .param("innovationAccepted", form.innovationAccepted())
                .param("revolutionaryArea", form.revolutionaryArea())
                .param("markedEffect", form.markedEffect())
                .param("contactName", form.contactName())
                .param("contactPhone", form.contactPhone())
                .param("contactEmail", form.contactEmail())
                .param("regionExplanation", form.regionExplanation())
                .param("extra", ExtraAnswers.written(now.facts().extra(), form.extra()))
                .param("id", id)
                .update();
    }

    /** Writes what a reviewer found out about R2.3. */
    public void recordDishonesty(String id, boolean seriousDishonesty) {
        jdbc.sql("update application set serious_dishonesty = :found where id = :id")
                .param("found", seriousDishonesty)
                .param("id", id)
                .update();
    }

    /** Marks the arrival of a submission and keeps what was submitted, for years. */
    public void arrived(String id, Instant at, String content) {
        jdbc.sql("update application set submissions = submissions + 1, submitted_at = :at where id = :id")
                .param("at", PilotClock.timestamp(at))
                .param("id", id)
                .update();
        jdbc.sql(
                        "insert into application_snapshot (application_id, version, taken_at, content) select id, submissions, :at, :content from application where id = :id")
                .param("at", PilotClock.timestamp(at))
                .param("content", content)
                .param("id", id)
                .update();
    }

    /**
     * Takes the next step. Where it ends the application, {@link Ending} says whether {@link ApplicationClosed} is told at
     * once: what waits for the application goes on within this call, so callers first change what it must not find.
     *
     * @return the application as it was before
     * @throws Refusal if that step may not follow the present state
     * @throws IllegalStateException if the step ends the application and there is no decision about it
     */
    public Application advance(String id, ApplicationState to, Actor actor, Grounds grounds) {
        Application before = lock(id);
        if (!before.state().mayBecome(to)) {
            throw Refusal.conflict("application.step", Texts.label("state", before.state()), Texts.label("state", to));
        }
        boolean endsWaiting = to.over() && Ending.of(before.state(), to).endsWaiting();
        jdbc.sql("update application set state = :to, version = version + 1 where id = :id")
                .param("to", to.name())
                .param("id", id)
                .update();
        timeline.add(id, clock.now(), actor, before.state().name(), to.name(), grounds);
        if (endsWaiting) {
            events.publishEvent(new ApplicationClosed(id));
        }
        return before;
    }

    /** What was submitted that time, word for word; empty if there is no such version. */
    public Optional<String> submitted(String id, int version) {
        return jdbc.sql("select content from application_snapshot where application_id = :id and version = :version")
                .param("id", id)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    /**
     * Closes applications at a deadline (R4.1): all of them by one statement, however many. Those that somebody is
     * working on in this instant are left for the next look, so that neither side waits. What waits for them follows in
     * batches ({@link #tellMissed}).
     *
     * @return those that were closed
     * @throws IllegalStateException if there is no decision about closing what is in one of these states
     */
    public List<MissedApplication> missDeadline(
            String roundId,
            Collection<String> unitIds,
            Collection<ApplicationState> states,
            Instant now,
            Grounds grounds) {
        states.forEach(was -> Ending.of(was, ApplicationState.MISSED_DEADLINE));
        if (unitIds.isEmpty()) {
            return List.of();
        }
        List<MissedApplication> closed = jdbc.sql("""
                select id, unit_id, state as was from application
                where round_id = :round and unit_id in (:units) and state in (:states) order by id for update skip locked""")
                .param("round", roundId)
                .param("units", unitIds)
                .param("states", names(states))
                // By hand: the deadline waits for it, and of ten thousand lines a mapper by reflection made a tenth of
                // all.
                .query((row, n) -> new MissedApplication(
                        row.getString(1), row.getString(2), ApplicationState.valueOf(row.getString(3))))
                .list();
        if (closed.isEmpty()) {
            return closed;
        }
        List<String> ids = closed.stream().map(MissedApplication::id).toList();
        jdbc.sql("""
                update application set state = 'MISSED_DEADLINE', version = version + 1
                where id in (select late.id from unnest(cast(:ids as varchar array)) as late (id))""").param("ids", new SqlArrayValue("varchar", ids.toArray())).update();
        List<String> before = closed.stream().map(one -> one.was().name()).toList();
        timeline.addAll(ids, before, ApplicationState.MISSED_DEADLINE.name(), now, grounds);
        return closed;
    }

    /** Tells that these applications, which {@link #missDeadline} has closed, have ended: a batch at a time, within its transaction. */
    public void tellMissed(Collection<String> ids) {
        ids.forEach(id -> events.publishEvent(new ApplicationClosed(id)));
    }

    /** Tells once more that it has ended, where something still waits for it though it has; of a live one nothing is told. */
    public void tellAgain(String id) {
        if (lock(id).state().over()) {
            events.publishEvent(new ApplicationClosed(id));
        }
    }

    /**
     * Ends every live application of a round that has become void, drafts too: all of them by one statement, however many.
     * Those that somebody is working on in this instant are waited for. What runs for them ends with the round.
     *
     * @return how many were ended
     */
    public int endAll(String roundId, Actor actor, Grounds grounds) {
        List<MissedApplication> live = jdbc.sql("""
                select id, unit_id, state as was from application
                where round_id = :round and state in (:states) order by id for update""")
                .param("round", roundId)
                .param("states", names(ApplicationState.live()))
                .query((row, n) -> new MissedApplication(
                        row.getString(1), row.getString(2), ApplicationState.valueOf(row.getString(3))))
                .list();
        if (live.isEmpty()) {
            return 0;
        }
        List<String> ids = live.stream().map(MissedApplication::id).toList();
        jdbc.sql("""
                update application set state = 'VOID', version = version + 1
                where id in (select ended.id from unnest(cast(:ids as varchar array)) as ended (id))""").param("ids", new SqlArrayValue("varchar", ids.toArray())).update();
        List<String> before = live.stream().map(one -> one.was().name()).toList();
        timeline.addAll(ids, before, ApplicationState.VOID.name(), clock.now(), actor, grounds);
        return ids.size();
    }

    /** Which of them are closed for a missed deadline, in order of number. */
    public List<String> missed(Collection<String> ids) {
        return jdbc.sql(
                        "select id from application where id = any(cast(:ids as varchar array)) and state = 'MISSED_DEADLINE' order by id")
                .param("ids", new SqlArrayValue("varchar", ids.toArray()))
                .query(String.class)
                .list();
    }

    /** The units of a round that have an application in one of these states. */
    public List<String> unitsWith(String roundId, Collection<ApplicationState> states) {
        return jdbc.sql("select distinct unit_id from application where round_id = :round and state in (:states)")
                .param("round", roundId)
                .param("states", names(states))
                .query(String.class)
                .list();
    }

    /**
     * Brings back an application that was closed for a missed deadline, to where it was.
     *
     * @throws Refusal if it is not closed for that, or was where the window of its unit does not reach
     */
    public ApplicationState reinstate(String id, Grounds grounds) {
        ApplicationState now = lock(id).state();
        if (now != ApplicationState.MISSED_DEADLINE) {
            throw Refusal.conflict("application.not-missed", Texts.label("state", now));
        }
        ApplicationState before = beforeMissing(id);
        advance(id, before, Actor.SYSTEM, grounds);
        return before;
    }

    /** The state in which a deadline closed the application last; MISSED_DEADLINE if none ever has. */
    public ApplicationState beforeMissing(String id) {
        return timeline.of(id).stream()
                .filter(step -> step.toState().equals(ApplicationState.MISSED_DEADLINE.name()))
                .reduce((first, second) -> second)
                .map(TimelineEntry::fromState)
                .map(ApplicationState::valueOf)
                .orElse(ApplicationState.MISSED_DEADLINE);
    }

    private long nextNumber(Instant now) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into application_number (begun_at) values (:now)")
                .param("now", PilotClock.timestamp(now))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    private static List<String> names(Collection<ApplicationState> states) {
        return states.stream().map(Enum::name).toList();
    }
}
