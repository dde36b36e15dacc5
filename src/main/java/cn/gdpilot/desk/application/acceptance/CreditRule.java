package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.domain.eligibility.credit.CreditAnswer;
import cn.gdpilot.domain.eligibility.credit.CreditLookup;
import cn.gdpilot.domain.eligibility.credit.CreditLookups;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** An applicant's record at 信用中国, without which nothing is accepted (R2.3). */
@Component
public class CreditRule {

    private final CreditLookups credit;
    private final Applications applications;
    private final boolean reportCompulsory;

    CreditRule(
            CreditLookups credit,
            Applications applications,
            @Value("${pilot.credit.report-compulsory}") boolean reportCompulsory) {
        this.credit = credit;
        this.applications = applications;
        this.reportCompulsory = reportCompulsory;
    }

    /**
     * Holds that the record is known: what the dossier says counts; what the form says is written there first.
     *
     * @param creditRecord what the form says; null if it says nothing
     * @throws Refusal if nobody has looked it up, both contradict each other, or its report is missing
     */
    public void record(String id, CreditAnswer.State creditRecord, Actor officer) {
        CreditAnswer.State known = credit.counting(id).map(CreditLookup::result).orElse(null);
        if (creditRecord == null && known == null) {
            throw Refusal.byRule("R2.3", "accept.credit-missing");
        }
        if (creditRecord != null && known != null && creditRecord != known) {
            throw Refusal.byRule("R2.3", "accept.credit-contradicts");
        }
        if (known == null) {
            credit.found(id, creditRecord, Texts.of("credit.by-form"), null, officer);
            applications.recordDishonesty(id, creditRecord == CreditAnswer.State.DISHONEST);
        }
        CreditLookup counting = credit.counting(id).orElseThrow();
        if (counting.clean() && reportCompulsory && counting.reportSha256() == null) {
            throw Refusal.byRule("R2.3", "accept.credit-report");
        }
    }

    /**
     * Holds that the record is clean.
     *
     * @throws Refusal if it is bad, or nobody has looked it up
     */
    void holdClean(String id) {
        CreditLookup counting = credit.counting(id).orElseThrow(() -> Refusal.byRule("R2.3", "accept.credit-missing"));
        if (!counting.clean()) {
            throw Refusal.byRule("R2.3", "accept.credit-bad");
        }
    }
}
