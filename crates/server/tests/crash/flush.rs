//! Which system calls precede an answer. To end a process shows nothing about what the disk has: for that it has to
//! be flushed, and that is looked at.

use std::fs;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::process::{Folder, Server, free_port, program};
use crate::work::{RESERVATIONS, VERSION, customers};

const CALLS: &str = "trace=fsync,fdatasync,write,writev,sendto,sendmsg";

#[test]
fn the_log_is_flushed_before_a_change_is_answered() {
    let folder = Folder::of("flush");
    let mut works = Command::new("strace");
    works.args(["-o", &folder.path("try"), "true"]).stderr(Stdio::null());
    if !works.status().is_ok_and(|status| status.success()) {
        eprintln!(
            "skipped: there is no strace that works here (on Debian: apt-get install strace)"
        );
        return;
    }
    let (port, trace) = (free_port(), folder.path("trace"));
    let mut command = Command::new("strace");
    command.args(["-f", "-y", "-s", "16", "-e", CALLS, "-o", &trace]).arg(program().get_program());
    command.args(["--listen", &format!("127.0.0.1:{port}"), "--demo"]);
    command.args(["--data", &folder.path("desk.sqlite")]);
    let server = Server::of(command, port).expect("it starts");
    let client = server.client();
    let customer = &customers(client)[0];
    let tenant = &customer.tenant;
    client.read(tenant, RESERVATIONS);
    let what = format!("PATCH {}?{VERSION}", customer.items[0].id);
    let renamed = client.send(tenant, &what, &[], &json!({ "properties": { "name": "Flushed" } }));
    assert_eq!(renamed.map(|answer| answer.status), Some(200));
    let healthy = client.send("", "GET /healthz", &[], &Value::Null);
    assert_eq!(healthy.map(|answer| answer.status), Some(200));
    server.kill();

    let trace = fs::read_to_string(trace).expect("what strace has written");
    let lines: Vec<&str> = trace.lines().collect();
    let is_answer = |line: &&str| line.contains("\"HTTP/1.1 200");
    let answers: Vec<usize> =
        lines.iter().enumerate().filter(|(_, line)| is_answer(line)).map(|(at, _)| at).collect();
    // The last three: the list, the change, and whether it runs.
    let [.., list, change, _] = answers[..] else { panic!("{} answers", answers.len()) };
    let is_flush = |line: &&&str| {
        (line.contains("fdatasync(") || line.contains("fsync(")) && line.contains("desk.sqlite-wal")
    };
    let flushes = lines[list..change].iter().filter(is_flush).count();
    assert!(flushes > 0, "nothing was flushed between:\n{}", lines[list..=change].join("\n"));
    let written = lines[list..change].iter().filter(|line| line.contains("= -1")).count();
    assert_eq!(written, 0, "{}", lines[list..=change].join("\n"));
}
