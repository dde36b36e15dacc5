package cn.gdpilot.domain.dossier;

import cn.gdpilot.domain.eligibility.credit.CreditAnswer;
import cn.gdpilot.domain.eligibility.credit.CreditLookups;
import cn.gdpilot.domain.eligibility.credit.CreditRegistry;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.material.SubmittedVersions;
import cn.gdpilot.domain.material.VideoWatchings;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those who examine an application write down on its dossier page: the credit record, the length of a video. */
@Service
class DossierNotes {

    private final DossierAccess access;
    private final Applications applications;
    private final SubmittedVersions versions;
    private final VideoWatchings watchings;
    private final CreditLookups credit;
    private final CreditRegistry registry;

    DossierNotes(
            DossierAccess access,
            Applications applications,
            SubmittedVersions versions,
            VideoWatchings watchings,
            CreditLookups credit,
            CreditRegistry registry) {
        this.access = access;
        this.applications = applications;
        this.versions = versions;
        this.watchings = watchings;
        this.credit = credit;
        this.registry = registry;
    }

    /** Refuses unless the person examines it and it is not decided yet. */
    @Transactional
    public Application examined(Person person, String id) {
        access.open(person, id);
        Application application = applications.lock(id);
        if (!DossierAccess.examines(person, application)) {
            throw Refusal.conflict("dossier.not-examining");
        }
        return application;
    }

    /** Asks the registry; its answer is a hint and decides nothing. */
    @Transactional
    public void askRegistry(Person person, String id) {
        Application application = examined(person, id);
        String code =
                versions.get(application, application.submissions()).applicant().creditCode();
        credit.answered(id, registry.look(code), actor(person));
    }

    /** Keeps what the person found out about the credit record (R2.3); the tables judge by it from now on. */
    @Transactional
    public void creditFound(
            Person person, String id, CreditAnswer.State result, String remark, Materials.Upload report) {
        examined(person, id);
        credit.found(id, result, remark, report, actor(person));
        applications.recordDishonesty(id, result == CreditAnswer.State.DISHONEST);
    }

    /** Keeps how long a video is that the person watched (R2.12). */
    @Transactional
    public void videoWatched(Person person, String id, long material, int minutes, int seconds, String remark) {
        Application application = examined(person, id);
        if (minutes < 0 || minutes > 600 || seconds < 0 || seconds > 59) {
            throw Refusal.byRule("R2.12", "watching.length");
        }
        Material video = versions.get(application, application.submissions()).materials().stream()
                .filter(one -> one.id() == material)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("material.unknown"));
        watchings.seen(video, minutes * 60 + seconds, remark.strip(), actor(person));
    }

    private static Actor actor(Person person) {
        return new Actor(person.username(), person.office());
    }
}
