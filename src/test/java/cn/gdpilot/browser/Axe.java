package cn.gdpilot.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.Set;
import org.openqa.selenium.WebDriver;

/** What axe finds on the page that is open. */
final class Axe {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private Axe() {}

    /** What it calls serious or critical. */
    static List<String> grave(WebDriver page) {
        AxeRunOptions options = new AxeRunOptions();
        // What is right is not described: that takes most of the time.
        options.setResultTypes(List.of("violations"));
        // Our frames show PDF files only, where it finds nothing; their titles are the page's.
        options.setIFrames(false);
        return new AxeBuilder()
                        .withOptions(options)
                        // In the page itself: the other way opens a window for each page.
                        .setLegacyMode()
                        .disableIframeTesting()
                        .analyze(page)
                        .getViolations()
                        .stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(Axe::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().get(0).getHtml();
    }
}
