package cn.gdpilot.desk.application.portal;

import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.material.Receipts;
import cn.gdpilot.domain.papers.OutcomeNotice;
import cn.gdpilot.domain.project.ApplicantTimeline;
import cn.gdpilot.domain.project.Application;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** How far an application is: receipts, steps, outcome, and who has it now and how to reach them. */
@Component
class ProgressModel {

    private final Receipts receipts;
    private final ApplicantTimeline timeline;
    private final OutcomeNotice outcome;
    private final Holder holder;
    private final UnitContacts contacts;

    ProgressModel(
            Receipts receipts,
            ApplicantTimeline timeline,
            OutcomeNotice outcome,
            Holder holder,
            UnitContacts contacts) {
        this.receipts = receipts;
        this.timeline = timeline;
        this.outcome = outcome;
        this.holder = holder;
        this.contacts = contacts;
    }

    void add(Application application, Model model) {
        String id = application.id();
        model.addAttribute("receipts", receipts.of(id));
        model.addAttribute("receipt", receipts.latest(id).orElse(null));
        model.addAttribute("timeline", timeline.of(id));
        model.addAttribute("withdrawable", application.state().withdrawable());
        model.addAttribute("outcome", outcome.offeredFor(application));
        model.addAttribute("holder", holder.of(application));
        model.addAttribute("unitContact", contacts.of(application.unitId()).text());
        model.addAttribute("next", holder.next(application));
        model.addAttribute("closed", holder.closed(application).orElse(null));
    }
}
