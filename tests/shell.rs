//! The page's shell shows the first screen before the program is there: in the same words.

use jiemeng::screens::TASKS;

const SHELL: &str = include_str!("../index.html");
const FRONT: [&str; 3] = [
    include_str!("../src/app/front/tasks.rs"),
    include_str!("../src/app/front/frame.rs"),
    include_str!("../src/app/front/tour.rs"),
];

/// The Chinese words of each `label("…", …)` in a source file.
fn labels(source: &str) -> impl Iterator<Item = &str> {
    source.split("label(").skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
}

#[test]
fn the_shell_lists_every_task_as_the_program_does() {
    let rows: String = TASKS
        .iter()
        .map(|task| {
            format!(
                "<li><a class=\"task\" href=\"{}\"><span class=\"task__title\">{}</span><span class=\"task__lead\">{}</span></a></li>",
                task.route, task.title.zh, task.lead.zh
            )
        })
        .collect();
    let shell: String = SHELL.lines().map(str::trim).collect();
    assert!(shell.contains(&rows), "index.html lacks\n{rows}");
}

#[test]
fn the_shell_says_nothing_that_the_program_does_not_say() {
    let said: Vec<&str> =
        FRONT.into_iter().flat_map(labels).chain(TASKS.iter().flat_map(|task| [task.title.zh, task.lead.zh])).collect();
    let begin = SHELL.find("<div id=\"app\">").unwrap();
    let end = SHELL.find("<noscript>").unwrap();
    let texts = SHELL[begin..end].split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text.trim());
    for text in texts.filter(|text| !text.is_empty()) {
        assert!(said.contains(&text), "the program does not say “{text}”");
    }
}
