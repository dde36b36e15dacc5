package cn.gdpilot.domain.scoring;

import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The experts of the demo start, from their list; never in production. */
@Component
@Profile("!production")
public class DemoExperts {

    public static final String LIST = "demo-experts.csv";

    private final Experts experts;
    private final ReferenceFiles files;

    DemoExperts(Experts experts, ReferenceFiles files) {
        this.experts = experts;
        this.files = files;
    }

    /**
     * Enters those that are missing; returns accounts and names of all.
     *
     * @throws Refusal naming the line of the list that cannot be entered
     */
    public Map<String, String> enter() {
        Map<String, String> names = new LinkedHashMap<>();
        for (CSVRecord row : files.rows(LIST)) {
            String account = row.get("account");
            names.put(account, row.get("name"));
            if (experts.find(account).isEmpty()) {
                enter(account, row);
            }
        }
        return names;
    }

    private void enter(String account, CSVRecord row) {
        try {
            experts.enter(new Expert(
                    account,
                    row.get("name"),
                    row.get("employer"),
                    null,
                    row.get("city"),
                    row.get("email"),
                    row.get("fields"),
                    row.get("interests"),
                    true));
        } catch (Refusal refusal) {
            throw Refusal.invalid("expert.line", LIST, row.getRecordNumber() + 1, refusal.getMessage());
        }
    }
}
