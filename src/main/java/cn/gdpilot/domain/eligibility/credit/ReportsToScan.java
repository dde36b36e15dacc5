package cn.gdpilot.domain.eligibility.credit;

import cn.gdpilot.domain.files.scan.FilesToScan;
import org.springframework.stereotype.Component;

/** The reports that reviewers received from credit registries. */
@Component
class ReportsToScan implements FilesToScan {

    @Override
    public String select() {
        return "select report_sha256 as sha256 from credit_lookup where report_sha256 is not null";
    }
}
