package cn.gdpilot.desk.application;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationForm;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.Contact;
import cn.gdpilot.domain.project.direction.Directions;
import cn.gdpilot.domain.project.extra.ExtraFacts;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.PlainName;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins an application and writes what its applicant fills in. */
@Service
public class EditApplication {

    private static final Set<String> REGISTERED_IN = Set.of("GD", "CN", "OTHER");
    private static final Set<String> INNOVATION = Set.of("NONE", "ACCEPTED", "NOT_ACCEPTED", "FAILED");

    private final OwnApplications own;
    private final Rounds rounds;
    private final Units units;
    private final Applicants applicants;
    private final Applications applications;
    private final Directions directions;
    private final ExtraFacts extra;

    EditApplication(
            OwnApplications own,
            Rounds rounds,
            Units units,
            Applicants applicants,
            Applications applications,
            Directions directions,
            ExtraFacts extra) {
        this.extra = extra;
        this.own = own;
        this.rounds = rounds;
        this.units = units;
        this.applicants = applicants;
        this.applications = applications;
        this.directions = directions;
    }

    /** Begins a draft for a unit of the round that is open; a draft is no submission. */
    @Transactional
    public String begin(long applicantId, String unitId, String projectName, ApplicationForm form, Actor actor) {
        Round round = rounds.current().orElseThrow(() -> Refusal.conflict("round.none"));
        Unit unit = units.get(unitId);
        if (!unit.type().takesApplications()) {
            throw Refusal.byRule("R3.1", "unit.takes-none", unit.name());
        }
        String name = PlainName.check("projectName", projectName);
        String id = applications.begin(round.roundYear(), round.id(), applicants.get(applicantId), unit, name, actor);
        edit(applicantId, id, form, null);
        return id;
    }

    /**
     * Writes what the applicant filled in.
     *
     * @param expectedVersion the version that the person saw; null = whatever it is
     * @throws Refusal if a field cannot be taken, it cannot be edited any more, or somebody else has changed it meanwhile
     */
    @Transactional
    public void edit(long applicantId, String id, ApplicationForm form, Integer expectedVersion) {
        Application application = own.get(applicantId, id);
        String category = form.direction() == null
                ? null
                : directions.get(form.direction(), application.channel()).category();
        ApplicationForm checked =
                checked(form, application.contact()).with(extra.normal(application.roundId(), form.extra()));
        applications.write(id, checked, category, expectedVersion);
    }

    private static ApplicationForm checked(ApplicationForm form, Contact present) {
        choice("registeredIn", form.registeredIn(), REGISTERED_IN);
        choice("innovationProject", form.innovationProject(), INNOVATION);
        if (TextLimit.SUMMARY.exceededBy(form.summary())) {
            throw Refusal.invalid("application.summary-long", TextLimit.SUMMARY.length());
        }
        if (TextLimit.REASON.exceededBy(form.regionExplanation())) {
            throw Refusal.invalid("application.region-explanation-long", TextLimit.REASON.length());
        }
        Contact contact = Contact.of(
                orElse(form.contactName(), present.name()),
                orElse(form.contactPhone(), present.phone()),
                orElse(form.contactEmail(), present.email()));
        return new ApplicationForm(
                form.projectName() == null ? null : PlainName.check("projectName", form.projectName()),
                form.direction(),
                form.summary(),
                form.registeredIn(),
                form.legalPerson(),
                form.majorAccident(),
                form.commitmentLetter(),
                form.built(),
                form.innovationProject(),
                form.demonstrationBase(),
                form.innovationAccepted(),
                form.revolutionaryArea(),
                form.markedEffect(),
                contact.name(),
                contact.phone(),
                contact.email(),
                form.regionExplanation(),
                null);
    }

    private static String orElse(String given, String present) {
        return given == null ? present : given;
    }

    private static void choice(String field, String value, Set<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            throw Refusal.invalid("field.choice", field, String.join("、", allowed));
        }
    }
}
