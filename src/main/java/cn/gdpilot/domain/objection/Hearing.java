package cn.gdpilot.domain.objection;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.Estimates;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.Decider;
import cn.gdpilot.domain.project.Ending;
import cn.gdpilot.domain.publicity.HearingSettings;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.record.TimelineEntry;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes lists public, takes objections while their time runs, and keeps the answers. */
@Service
@EnableConfigurationProperties(HearingSettings.class)
public class Hearing {

    private final Publicities publicities;
    private final Objections objections;
    private final HearingSettings settings;
    private final Applications applications;
    private final Timeline timeline;
    private final WorkingDays workingDays;
    private final Estimates estimates;
    private final ListDue lists;
    private final RecordBook book;
    private final PilotClock clock;

    Hearing(
            Publicities publicities,
            Objections objections,
            HearingSettings settings,
            Applications applications,
            Timeline timeline,
            WorkingDays workingDays,
            Estimates estimates,
            ListDue lists,
            RecordBook book,
            PilotClock clock) {
        this.publicities = publicities;
        this.objections = objections;
        this.settings = settings;
        this.applications = applications;
        this.timeline = timeline;
        this.workingDays = workingDays;
        this.estimates = estimates;
        this.lists = lists;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Makes a list public for some working days; the day of its opening does not count.
     *
     * @throws Refusal if the list names a project twice or the days are too few or too many
     */
    @Transactional
    public Publicity publish(String roundId, String unitId, List<String> list, int days, Actor officer) {
        if (days < 1 || days > settings.longestDays()) {
            throw Refusal.invalid("publicity.days", settings.longestDays());
        }
        if (new HashSet<>(list).size() < list.size()) {
            throw Refusal.invalid("publicity.twice");
        }
        Instant now = clock.now();
        Publicity opened = publicities.open(roundId, unitId, list, officer.person(), now, end(now, days), days);
        book.write(RecordEvent.of(
                officer,
                "publicity.opened",
                roundId + "/" + unitId,
                Texts.of("publicity.recorded", list.size(), days)));
        return opened;
    }

    /** Sets whether an office makes its list of a round public. */
    @Transactional
    public void organise(String roundId, Actor officer, boolean organised) {
        publicities.organise(roundId, officer.office(), organised);
        book.write(RecordEvent.of(
                officer, "publicity.plan", roundId + "/" + officer.office(), Texts.label("yesno", organised)));
    }

    /**
     * True if an office may make its list public no further: one was public and its list has a day by which it must be gone, or
     * the round does not make it public any more.
     */
    public boolean mayForgo(String roundId, String unitId) {
        return !publicities.organised(roundId, unitId)
                || !unitId.equals(Unit.MINISTRY)
                        && publicities.newest(roundId, unitId).isPresent();
    }

    /**
     * Keeps that an office makes its list public no further; what was not public stays off what it signs.
     *
     * @throws Refusal if no list of the office was public in this round, which makes it public
     */
    @Transactional
    public void forgo(String roundId, String unitId, String grounds, Actor officer) {
        if (!mayForgo(roundId, unitId)) {
            throw Refusal.conflict("publicity.not-forgone");
        }
        publicities.forgo(roundId, unitId, grounds, officer.person(), clock.now());
        book.write(RecordEvent.of(officer, "publicity.forgone", roundId + "/" + unitId, grounds));
    }

    /**
     * The publicity is over: its days are, and all objections are answered. Again changes nothing.
     *
     * @throws Refusal if objections are still taken, or one waits for its answer
     */
    @Transactional
    public void close(Publicity publicity) {
        Publicity list = publicities.lock(publicity.id());
        if (list.closedAt() != null) {
            return;
        }
        Instant now = clock.now();
        if (list.takesObjections(now) || objections.open(list.id()) > 0) {
            throw Refusal.conflict("publicity.not-over");
        }
        publicities.close(list.id(), now);
        book.write(
                RecordEvent.of(Actor.SYSTEM, "publicity.closed", publicity.roundId() + "/" + publicity.unitId(), null));
    }

    /** The last answer ends a publicity whose days are over, also where a deadline has ended the process that waited for it. */
    @Transactional
    public void closeIfOver(long publicityId) {
        Publicity list = publicities.lock(publicityId);
        if (!list.takesObjections(clock.now()) && objections.open(publicityId) == 0) {
            close(list);
        }
    }

    /**
     * Holds that nothing said against an office's public lists of a round waits for an answer, and the days of all are over:
     * a deadline may have ended the process that sees to both, and a window that is opened again leads past it. A list that
     * another one followed before its end takes objections until then, as its page says.
     *
     * @throws Refusal if one is open; names them
     */
    @Transactional
    public void holdHeard(String roundId, String unitId) {
        List<Publicity> lists = publicities.ofRound(roundId).stream()
                .filter(one -> one.unitId().equals(unitId))
                .toList();
        // Locked, so that an objection in this instant comes before, or finds the list signed.
        lists.forEach(one -> publicities.lock(one.id()));
        List<String> open = objections.ofUnit(roundId, unitId).stream()
                .filter(one -> one.publicityId() != null && one.state() == Objection.State.OPEN)
                .map(Objection::number)
                .toList();
        if (!open.isEmpty()) {
            throw Refusal.conflict("signing.objections-open", open.size(), String.join("、", open));
        }
        lists.stream()
                .map(Publicity::endsAt)
                .max(Comparator.naturalOrder())
                .filter(end -> clock.now().isBefore(end))
                .ifPresent(end -> {
                    throw Refusal.conflict("signing.still-public", new Deadline(end).text());
                });
    }

    /**
     * Takes an objection to a public list, by the moment of its arrival.
     *
     * @param applicationId the project that it is about, on the list or not; null if it is about the list as a whole
     * @throws Refusal if the time is over, there is no such project in the round, or too many wait already
     */
    @Transactional
    public Objection objectToList(long publicityId, String applicationId, Said said) {
        Publicity list = publicities.lock(publicityId);
        Instant now = clock.now();
        if (!list.takesObjections(now)) {
            throw Refusal.conflict("publicity.over");
        }
        if (objections.open(publicityId) >= settings.most()) {
            throw Refusal.unavailable("publicity.full");
        }
        if (applicationId != null) {
            applications
                    .find(applicationId)
                    .filter(one -> one.roundId().equals(list.roundId()) && isKnown(list, one, said))
                    .orElseThrow(() -> Refusal.invalid("objection.project"));
        }
        return keep(list.roundId(), list.unitId(), publicityId, applicationId, null, null, said, now);
    }

    /** Of projects that are not on the list nobody learns by their numbers; their applicants and officers know them. */
    private boolean isKnown(Publicity list, Application project, Said said) {
        return publicities.projects(list.id()).stream()
                        .anyMatch(one -> one.applicationId().equals(project.id()))
                || !said.takenBy().equals(Said.PUBLIC)
                        && (said.applicantId() == null || said.applicantId() == project.applicantId());
    }

    /** Until when (exclusive) the applicant may object to the outcome that its project has; empty where there is none to object to. */
    public Optional<Instant> objectableUntil(Application project) {
        return Ending.answering(project.state())
                .map(office -> end(lastStep(project.id()).at(), settings.outcomeDays()));
    }

    /** The same for letters and papers, in words, of the outcome as it stands in the record; empty where there is none to object to. */
    public String objectionDeadline(String applicationId) {
        return objectableUntil(applications.get(applicationId))
                .map(until -> new Deadline(until).text() + estimates.mark(clock.now(), until))
                .orElse("");
    }

    /**
     * Takes an applicant's objection to the outcome that its project has now.
     *
     * @throws Refusal if there is no outcome, the time is over, or it has objected already
     */
    @Transactional
    public Objection objectToOutcome(String applicationId, Said said) {
        Application project = applications.lock(applicationId);
        Decider office = Ending.answering(project.state()).orElseThrow(() -> Refusal.conflict("objection.no-outcome"));
        Instant until = objectableUntil(project).orElseThrow();
        Instant now = clock.now();
        if (!now.isBefore(until)) {
            throw Refusal.conflict("objection.late", settings.outcomeDays());
        }
        return keep(
                project.roundId(),
                office.office(project),
                null,
                applicationId,
                timeline.of(applicationId).size(),
                project.state(),
                said,
                now);
    }

    private Objection keep(
            String roundId,
            String unitId,
            Long publicityId,
            String applicationId,
            Integer step,
            ApplicationState about,
            Said said,
            Instant now) {
        Objection objection = objections.add(
                new Objection(
                        0,
                        roundId,
                        unitId,
                        publicityId,
                        applicationId,
                        about,
                        said.applicantId(),
                        said.person(),
                        said.contact(),
                        said.takenBy(),
                        said.words(),
                        now,
                        answerDue(roundId, unitId, now, settings.answerDays()),
                        Objection.State.OPEN,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                step,
                settings.answerDays());
        book.write(RecordEvent.of(
                new Actor(said.takenBy(), null), "objection.received", subject(objection), said.words()));
        return objection;
    }

    /**
     * Writes the answer to an objection.
     *
     * @throws Refusal if it is answered already, or an effect is asked for that it can not have
     */
    @Transactional
    public void answer(long id, boolean upheld, Objection.Effect effect, String grounds, Actor officer) {
        Objection objection = objections.get(id);
        if (effect != Objection.Effect.NONE && objection.applicationId() == null) {
            throw Refusal.invalid("objection.no-project");
        }
        if (effect == Objection.Effect.TAKE_OFF && objection.publicityId() == null) {
            throw Refusal.invalid("objection.nothing-to-take-off");
        }
        Objection.State state = upheld ? Objection.State.UPHELD : Objection.State.DISMISSED;
        if (!objections.answer(id, state, effect, grounds, officer.person(), clock.now())) {
            throw Refusal.conflict("task.decided-already");
        }
        book.write(new RecordEvent(
                officer,
                "objection.answered",
                subject(objection),
                grounds,
                Objection.State.OPEN.name(),
                state + " " + effect,
                null));
    }

    /**
     * The list has gone: the answer waits for the lead, and whoever objected sees that it does.
     *
     * @throws Refusal if no officer has answered that the project is to be put back, or the lead has decided
     */
    @Transactional
    public void askLead(long id) {
        Objection objection = objections.get(id);
        if (objection.state() != Objection.State.UPHELD
                || objection.effect() != Objection.Effect.PUT_BACK
                || objection.remediedAt() != null) {
            throw Refusal.conflict("objection.lead-not-needed");
        }
        objections.askLead(id);
    }

    /**
     * Writes what the lead of the office decided of an objection that was upheld when the list had gone already.
     *
     * @throws Refusal if it is decided already
     */
    @Transactional
    public void decideRemedy(long id, Objection.Remedy remedy, String grounds, Actor lead) {
        Objection objection = objections.get(id);
        if (lead.person().equals(objection.answeredBy())) {
            throw Refusal.conflict("remedy.second-person");
        }
        if (!objections.remedy(id, remedy, grounds, lead.person(), clock.now())) {
            throw Refusal.conflict("task.decided-already");
        }
        book.write(new RecordEvent(lead, "objection.remedied", subject(objection), grounds, null, remedy.name(), null));
    }

    /** True if nothing waits for an answer. Locks the list, so that the last answer and the end of its days meet in order. */
    @Transactional
    public boolean allAnswered(long publicityId) {
        publicities.lock(publicityId);
        return objections.open(publicityId) == 0;
    }

    /** True if the project stands on the newest public list of the office that answers the objection. */
    public boolean isPublic(Objection objection) {
        return publicities.newest(objection.roundId(), objection.unitId()).stream()
                .flatMap(list -> publicities.projects(list.id()).stream())
                .anyMatch(one -> one.stands() && one.applicationId().equals(objection.applicationId()));
    }

    private TimelineEntry lastStep(String applicationId) {
        List<TimelineEntry> steps = timeline.of(applicationId);
        return steps.get(steps.size() - 1);
    }

    /** The first moment after that many working days, the day of {@code from} not counted. */
    Instant end(Instant from, int days) {
        return workingDays
                .after(from.atZone(PilotClock.GUANGDONG).toLocalDate(), days)
                .plusDays(1)
                .atStartOfDay(PilotClock.GUANGDONG)
                .toInstant();
    }

    /** An answer of the province is due before its list has to be at the ministry (R4.3), where that is still ahead. */
    Instant answerDue(String roundId, String unitId, Instant now, int days) {
        Instant due = end(now, days).minusSeconds(1);
        if (unitId.equals(Unit.MINISTRY)) {
            return due;
        }
        Instant deadline = lists.atMinistry(roundId, unitId).lastMoment();
        // The last second of the day: 24:00 would be shown as the next day.
        Instant bound = deadline.minusSeconds(1);
        return now.isBefore(deadline) && bound.isBefore(due) ? bound : due;
    }

    private static String subject(Objection objection) {
        return objection.number() + (objection.applicationId() == null ? "" : " " + objection.applicationId());
    }
}
