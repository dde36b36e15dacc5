package cn.gdpilot.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;

/** The Tasklist as an officer uses it: a filter, a task, its form, one button. */
final class Tasklist {

    private static final By NOTE = By.cssSelector(".notifications .alert");

    private final Window window;

    Tasklist(Window window) {
        this.window = window;
    }

    /** Signs in and opens the Tasklist with all tasks of the officer's unit. */
    static Tasklist of(String officer, Window window) {
        window.signIn(officer, "demo");
        return opened(window);
    }

    /** The same for the officer who is signed in. */
    static Tasklist opened(Window window) {
        window.open("/camunda/app/tasklist/default/");
        Tasklist tasklist = new Tasklist(window);
        tasklist.filter("本单位任务");
        return tasklist;
    }

    void filter(String name) {
        window.click(
                By.xpath("//*[contains(@class, 'task-filter')]//a[starts-with(normalize-space(), '" + name + "')]"));
    }

    /** Waits until the list of tasks names that project or unit. */
    Tasklist lists(String subject) {
        window.element(By.xpath("//ol[contains(@class, 'tasks-list')]//li[contains(., '" + subject + "')]"));
        return this;
    }

    /** Opens and claims the task of that name, and waits for its form. */
    Tasklist take(String task) {
        window.click(By.xpath("//ol[contains(@class, 'tasks-list')]//h4[contains(normalize-space(), '" + task + "')]"));
        window.element(By.xpath("//*[@cam-tasklist-task]//h2[contains(normalize-space(), '" + task + "')]"));
        // As a person does: who clicks while the page is still being drawn may hit what is replaced in that instant.
        window.element(By.cssSelector(".fjs-container"));
        window.click(By.cssSelector("[cam-tasklist-task-meta] .claim"));
        window.until(() -> !window.has(By.cssSelector("[cam-tasklist-task-meta] .claim")));
        return this;
    }

    /** Chooses one answer of the form's radio buttons. */
    Tasklist answer(String words) {
        window.click(
                By.xpath("//*[contains(@class, 'fjs-form-field-radio')]//label[normalize-space()='" + words + "']"));
        return this;
    }

    /** Ticks one entry of the form's checklist. */
    Tasklist tick(String words) {
        window.click(By.xpath(
                "//*[contains(@class, 'fjs-form-field-checklist')]//label[normalize-space()='" + words + "']"));
        return this;
    }

    /** Ticks every entry of the checklists that the form shows now. */
    Tasklist tickAll() {
        window.element(By.cssSelector(".fjs-form-field-checklist input[type=checkbox]"));
        window.driver()
                .findElements(By.cssSelector(".fjs-form-field-checklist input[type=checkbox]"))
                .forEach(box -> ((JavascriptExecutor) window.driver()).executeScript("arguments[0].click()", box));
        return this;
    }

    Tasklist write(String label, String text) {
        window.fill(label, text);
        return this;
    }

    /** Completes the task and waits until it has left the page. */
    void complete() {
        pressComplete();
        window.until(() -> !window.has(By.cssSelector(".fjs-container")));
    }

    void pressComplete() {
        window.click(By.cssSelector(".form-actions .btn-primary"));
    }

    /** What the Tasklist says at the top, e.g. a refusal. */
    String note() {
        return window.element(NOTE).getText();
    }

    /** True if the Tasklist says something at the top. */
    boolean hasNote() {
        return window.has(NOTE);
    }

    /** Words of the form's buttons that a person cannot press because something lies over them or they are out of sight. */
    List<?> coveredButtons() {
        return (List<?>) window.run("""
                return [...document.querySelectorAll('.form-actions button')].filter(button => button.offsetParent).filter(button => {
                  const place = button.getBoundingClientRect();
                  const points = [[place.left + 2, place.top + 2], [place.right - 2, place.bottom - 2],
                    [place.left + place.width / 2, place.top + place.height / 2]];
                  return !points.every(([x, y]) => button.contains(document.elementFromPoint(x, y)));
                }).map(button => button.innerText);""");
    }
}
