package cn.gdpilot.domain.eligibility.credit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.project.ApplicantType;
import cn.gdpilot.domain.project.Contact;
import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.time.Instant;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TrialCodesTest extends DataTest {

    @Autowired
    ReferenceFiles files;

    @Autowired
    CreditRegistry registry;

    @Test
    @DisplayName("R2.3 every trial code of the stand-in → an applicant can register with it, and it answers as listed")
    void register() {
        assertThat(files.rows("credit-stand-in.csv")).isNotEmpty().allSatisfy(this::registers);
    }

    private void registers(CSVRecord row) {
        String code = row.get("code");
        long id = applicants.add(
                CreditCode.parse(code),
                "试用单位（示例）",
                ApplicantType.INDUSTRIAL,
                "广州市",
                Contact.of("联系人", "020-12345678", "someone@example.org"),
                Instant.EPOCH);

        assertThat(applicants.get(id).creditCode()).isEqualTo(code);
        assertThat(registry.look(code).state().name()).isEqualTo(row.get("answer"));
    }
}
