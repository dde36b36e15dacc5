package cn.gdpilot.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.running.SlowLine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.logging.LogType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The engine's own pages work behind fence and guard, in Chinese, for those who may open them. */
@ExtendWith(OutputCaptureExtension.class)
class WebappsTest extends BrowserJourney {

    private static final String LONG = "max-age=31536000, public, immutable";
    private static final String ASK = "no-cache";

    /** Static files of the Tasklist's opening: how long they are kept, and the most bytes that each may have on the line. */
    private static final Map<String, StaticFile> KEPT = new TreeMap<>(Map.ofEntries(
            Map.entry("/camunda/lib/runtime.js", new StaticFile(LONG, 2_000)),
            Map.entry("/camunda/lib/deps.js", new StaticFile(LONG, 1_150_000)),
            Map.entry("/camunda/lib/globalize.js", new StaticFile(LONG, 1_100)),
            Map.entry("/camunda/lib/ngDefine.js", new StaticFile(LONG, 2_000)),
            Map.entry("/camunda/app/tasklist/camunda-tasklist-bootstrap.js", new StaticFile(LONG, 115_000)),
            Map.entry("/camunda/app/tasklist/camunda-tasklist-bootstrap.css", new StaticFile(LONG, 50_000)),
            Map.entry("/camunda/assets/glyphicons-halflings-regular.woff2", new StaticFile(LONG, 18_500)),
            Map.entry("/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js", new StaticFile(LONG, 7_000)),
            Map.entry(
                    "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.css", new StaticFile(LONG, 1_500)),
            Map.entry("/camunda/app/tasklist/styles/user-styles.css", new StaticFile(ASK, 3_000)),
            Map.entry("/camunda/app/tasklist/scripts/config.js", new StaticFile(ASK, 2_000)),
            Map.entry("/camunda/app/tasklist/scripts/zh-cn-locale.js", new StaticFile(ASK, 2_000)),
            Map.entry("/camunda/app/tasklist/scripts/zh-cn-forms.js", new StaticFile(ASK, 3_000)),
            Map.entry("/camunda/app/tasklist/scripts/refusals.js", new StaticFile(ASK, 1_000)),
            Map.entry("/camunda/app/tasklist/locales/zh-CN.json", new StaticFile(ASK, 7_500))));

    /** Notes what the page shows in place of its content while it loads. */
    private static final String SPLASH = """
            setInterval(() => [['.app-splash > div', '::after'], ['.app-splash', '::after']].forEach(([where, part]) => {
              const element = document.querySelector(where);
              const style = element && getComputedStyle(element, part);
              const seen = sessionStorage.getItem('splash') || '';
              if (style && style.visibility === 'visible' && style.content !== 'none' && !seen.includes(style.content)) {
                sessionStorage.setItem('splash', seen + style.content);
              }
            }), 100);""";

    /** A form that the Tasklist's own form-js shows and that is wrong in every field. */
    private static final String FORM = """
            webpackChunkcamunda_bpm_webapp.push([[Symbol()], {}, require => {
              const id = Object.keys(require.m).find(one => require.m[one].toString().includes('Field is required.'));
              const container = document.createElement('div');
              container.id = 'trial';
              container.style = 'position: fixed; inset: 0; z-index: 9999; overflow: auto; background: #fff';
              document.body.append(container);
              const field = (key, type, more) => ({key, id: key, type, label: '栏', ...more});
              const schema = {type: 'default', id: 'trial-form', schemaVersion: 16, components: [
                field('a', 'textfield', {validate: {required: true}}),
                field('b', 'number', {validate: {min: 5}}),
                field('c', 'number', {validate: {max: 5}}),
                field('d', 'number', {decimalDigits: 0}),
                field('e', 'number', {decimalDigits: 1}),
                field('f', 'number', {increment: '10'}),
                field('g', 'textfield', {validate: {minLength: 3}}),
                field('h', 'textarea', {validate: {maxLength: 2}}),
                field('i', 'textfield', {validate: {pattern: '[0-9]{4}'}}),
                field('j', 'textfield', {validate: {validationType: 'phone'}}),
                field('k', 'textfield', {validate: {validationType: 'email'}}),
                field('l', 'select', {values: [{label: '甲', value: '1'}], validate: {required: true}}),
                field('m', 'select', {values: [{label: '甲', value: '1'}], searchable: true}),
                field('n', 'taglist', {values: [{label: '甲', value: '1'}]}),
                field('o', 'datetime', {subtype: 'datetime', dateLabel: '日期', timeLabel: '时间', timeSerializingFormat: 'no_timezone',
                  validate: {required: true}}),
                field('p', 'checkbox', {validate: {required: true}}),
                field('q', 'radio', {values: [{label: '甲', value: '1'}], validate: {required: true}}),
                {id: 't', type: 'table', label: '表', dataSource: '=rows', columns: [{key: 'x', label: '列'}]},
                {id: 'v', type: 'text', text: 'Select 是用户写的字'}
              ]};
              const data = {b: 1, c: 9, d: 1.5, e: 1.25, f: 7, g: '一', h: '一二三', i: '甲', j: '12', k: '邮箱', rows: []};
              const form = new (require(id).Form)({container});
              form.importSchema(schema, data).then(() => { window.trialForm = form; });
            }]);""";

    @Autowired
    private SlowLine slowLine;

    /** Officer, page, and words that the page shows once it works. Those of one officer stand together: each signs in once. */
    private static final List<List<String>> PAGES = List.of(
            List.of("dept-44", "/camunda/app/welcome/default/#!/welcome", "个人资料"),
            List.of("dept-44", "/camunda/app/tasklist/default/", "本单位任务"),
            List.of("operator", "/camunda/app/cockpit/default/#/dashboard", "流程"),
            List.of("operator", "/camunda/app/cockpit/default/#/processes", "工业互联网试点示范项目推荐"),
            List.of("operator", "/camunda/app/cockpit/default/#/decisions", "推荐名额"),
            List.of("designer", "/camunda/app/cockpit/default/#/processes", "工业互联网试点示范项目推荐"),
            List.of("camunda-admin", "/camunda/app/admin/default/#/users", "auditor"),
            List.of("camunda-admin", "/camunda/app/admin/default/#/groups", "auditor"),
            List.of("camunda-admin", "/camunda/app/admin/default/#/authorization?resource=0", "tasklist"),
            List.of("camunda-admin", "/camunda/app/admin/default/#/system?section=system-settings-general", "default"),
            List.of("camunda-admin", "/camunda/app/cockpit/default/#/repository", "accept-application.form"));

    @Test
    @DisplayName("a page of the engine opens, and nothing that it asks for is refused")
    void pagesOpen(CapturedOutput output) {
        String signedIn = "";
        for (List<String> one : PAGES) {
            String officer = one.get(0);
            if (!officer.equals(signedIn)) {
                window.signIn(officer, "demo");
                signedIn = officer;
            }
            String page = one.get(1);
            leavePage();
            window.open(page);
            window.see(one.get(2));
            window.picture(officer + page.replaceAll("[^a-z]+", "-"));
            thenNothingWasRefused(officer + " at " + page, output);
        }
    }

    @Test
    @DisplayName("an operator looks into a running instance and at its jobs")
    void operatorLooksIntoAnInstance(CapturedOutput output) {
        givenRound();
        givenSubmitted("city-440400", "T01", "海工装备数字孪生");
        window.signIn("operator", "demo");
        window.open("/camunda/app/cockpit/default/#/processes");
        window.click(By.linkText("工业互联网试点示范项目推荐"));
        window.click(By.cssSelector("td.instance-id a, [cam-table] td a, .cam-table td a"));
        window.see("变量");
        window.picture("instance");
        window.see(round);
        thenNothingWasRefused("a running instance", output);
    }

    /** A page of the same application would keep the words of the one before; what that one complains of while it ends counts for no other. */
    private void leavePage() {
        window.open("about:blank");
        window.driver().manage().logs().get(LogType.BROWSER);
    }

    @Test
    @DisplayName("a page of the engine stays closed to an officer without the right to it")
    void pagesStayClosed() {
        window.signIn("city-440100", "demo");
        thenStaysClosed("/camunda/app/cockpit/default/");
        thenStaysClosed("/camunda/app/admin/default/");
        window.signIn("operator", "demo");
        thenStaysClosed("/camunda/app/admin/default/");
    }

    private void thenStaysClosed(String page) {
        leavePage();
        window.open(page);
        window.see("您无权打开此页面");
    }

    @Test
    @DisplayName("nobody can make a task outside of the flow, so nobody is offered to")
    void noTaskOutsideOfTheFlow() {
        window.signIn("dept-44", "demo");
        window.open("/camunda/app/tasklist/default/");
        window.see("发起流程");
        assertThat(window.text()).doesNotContain("新建任务");
    }

    @Test
    @DisplayName("Tasklist opens → 1.4 MB the first time, 40 KB then; each file kept as long as it may be")
    void openingIsLight() throws Exception {
        givenRound();
        givenSubmitted("city-440100", "T01", "轻量打开");
        window.signIn("city-440100", "demo");
        cdp("Network.clearBrowserCache", Map.of());

        List<Loaded> first = openTasklist();
        List<Loaded> second = openTasklist();

        assertThat(bytes(first)).as(first::toString).isLessThanOrEqualTo(1_400_000);
        assertThat(bytes(second)).as(second::toString).isLessThanOrEqualTo(40_000);
        Map<String, StaticFile> files = new TreeMap<>();
        for (Loaded loaded : first) {
            if (loaded.isStatic()) {
                files.put(loaded.path(), StaticFile.of(base().resolve(loaded.address())));
            }
        }
        assertThat(files.keySet()).isEqualTo(KEPT.keySet());
        files.forEach((path, file) -> {
            StaticFile budget = KEPT.get(path);
            assertThat(file.cacheControl()).as(path).isEqualTo(budget.cacheControl());
            assertThat(file.bytes()).as(path).isLessThanOrEqualTo(budget.bytes());
        });
    }

    @Test
    @DisplayName("plug-in arrives after 16 s on a slow line → page says it loads, then what to do, then opens")
    void slowLine() {
        window.signIn("dept-44", "demo");
        cdp("Network.clearBrowserCache", Map.of());
        cdp("Network.enable", Map.of());
        cdp(
                "Network.emulateNetworkConditions",
                Map.of("offline", false, "latency", 100, "downloadThroughput", 250_000, "uploadThroughput", 250_000));
        Object watch = ((HasCdp) window.driver())
                .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", SPLASH))
                .get("identifier");
        slowLine.holdBack("/plugin.js", Duration.ofSeconds(16));
        try {
            window.open("/camunda/app/tasklist/default/");
            window.see("本单位任务");
        } finally {
            slowLine.holdBack("/plugin.js", Duration.ZERO);
            cdp("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", watch));
            cdp(
                    "Network.emulateNetworkConditions",
                    Map.of("offline", false, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
        }

        assertThat((String) window.run("return sessionStorage.getItem('splash')"))
                .contains("正在加载…", "按 F5 刷新");
    }

    @Test
    @DisplayName("form with every kind of field, wrongly filled → no English word")
    void formsSpeakChinese() {
        window.signIn("dept-44", "demo");
        window.open("/camunda/app/tasklist/default/");
        window.see("本单位任务");

        window.run(FORM);
        window.until(() -> window.has(By.cssSelector("#trial .fjs-form-field-error")));
        window.run("window.trialForm.submit()");
        window.see("此项必填。");
        window.picture("form");

        String shown = window.element(By.id("trial")).getText();
        assertThat(shown)
                .contains("此项必填。", "请填写整数。", "不能小于 5。", "不能大于 5。", "至少填写 3 个字。", "最多填写 2 个字。")
                .contains("最多填写 1 位小数。", "不能填写这个数，最接近的是 0 和 10。", "格式不对", "国家代码", "电子邮箱", "请选择", "没有内容。")
                .contains("Select 是用户写的字");
        assertThat(shown.replace("Select 是用户写的字", "")).doesNotContainPattern("[A-Za-z]{2}");
        assertThat((String)
                        window.run("return [...document.querySelectorAll('#trial [placeholder], #trial [aria-label]')]"
                                + ".map(e => (e.placeholder || '') + (e.ariaLabel || '')).join(' ')"))
                .contains("年", "时:分", "搜索", "增加", "减少")
                .doesNotContainPattern("[A-Za-z]{2}");
        assertThat((String) window.run("return document.querySelector('.flatpickr-weekdays').textContent"))
                .contains("日", "六");
    }

    private List<Loaded> openTasklist() {
        window.driver().get("about:blank");
        window.open("/camunda/app/tasklist/default/");
        window.see("本单位任务");
        window.until(() -> window.has(By.cssSelector("ol.tasks-list li")));
        // A file that the next page breaks off is not kept, and would be asked for again.
        window.until(
                () -> (boolean) window.run("return document.fonts.status === 'loaded' && performance.now() - Math.max("
                        + "...performance.getEntriesByType('resource').map(e => e.responseEnd)) > 1000"));
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> entries = (List<Map<String, Object>>)
                window.run(
                        "return performance.getEntries().filter(e => e.transferSize !== undefined).map(e => ({name: e.name, size: e.transferSize}))");
        return entries.stream()
                .map(entry ->
                        new Loaded(URI.create((String) entry.get("name")), ((Number) entry.get("size")).longValue()))
                .filter(loaded -> "http".equals(loaded.address().getScheme()))
                .toList();
    }

    private static long bytes(List<Loaded> opening) {
        // The browser keeps no account of its request for the icon.
        return opening.stream().mapToLong(Loaded::size).sum() + 8_000;
    }

    private void cdp(String command, Map<String, Object> parameters) {
        ((HasCdp) window.driver()).executeCdpCommand(command, parameters);
    }

    /** Something that the browser asked for, and the bytes that went over the line for it. */
    private record Loaded(URI address, long size) {

        String path() {
            return address.getPath();
        }

        boolean isStatic() {
            return path().matches(
                            "/camunda/(lib|assets|app/tasklist/[^/]+\\.|app/tasklist/(scripts|styles|locales)|api/.*/static)/?.*");
        }
    }

    /** Whether and how long a file may be kept, and its bytes on the line. */
    private record StaticFile(String cacheControl, long bytes) {

        static StaticFile of(URI address) throws Exception {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address)
                                    .header("Accept-Encoding", "gzip")
                                    .build(),
                            BodyHandlers.ofByteArray());
            return new StaticFile(answer.headers().firstValue("Cache-Control").orElse(""), answer.body().length);
        }
    }

    /** Neither fence nor guard said no to the page, and the page found all that it asked for. */
    private void thenNothingWasRefused(String where, CapturedOutput output) {
        assertThat(output.getAll()
                        .lines()
                        // What the start refuses to itself, as a probe, is no page's call.
                        .filter(line -> line.contains("-exec-"))
                        .filter(line -> line.contains("Refused ") || line.contains("Fence refused")))
                .as(where)
                .isEmpty();
        List<String> errors = window.driver().manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(entry -> entry.getMessage())
                // The engine says "there is none" this way.
                .filter(message -> !message.contains("/identity/password-policy"))
                .toList();
        assertThat(errors).as(where).isEmpty();
    }
}
