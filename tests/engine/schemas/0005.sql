BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0005');
CREATE TABLE api_key (
	id VARCHAR(16) NOT NULL,
	name VARCHAR(60) NOT NULL,
	digest VARCHAR(64) NOT NULL,
	scopes TEXT NOT NULL,
	workshop_id VARCHAR(40),
	made_at BIGINT NOT NULL,
	expires_at BIGINT,
	used_on VARCHAR(10) NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (name),
	FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);
CREATE TABLE delivery (
	id VARCHAR(40) NOT NULL,
	webhook_id VARCHAR(40) NOT NULL,
	workshop_id VARCHAR(40) NOT NULL,
	event VARCHAR(40) NOT NULL,
	at BIGINT NOT NULL,
	state VARCHAR(10) NOT NULL,
	attempts INTEGER NOT NULL,
	due_at BIGINT NOT NULL,
	outcome VARCHAR(80) NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (webhook_id, workshop_id, event),
	FOREIGN KEY(webhook_id) REFERENCES webhook (id) ON DELETE CASCADE,
	FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);
CREATE TABLE entry (
	workshop_id VARCHAR(40) NOT NULL,
	n BIGINT NOT NULL,
	at BIGINT NOT NULL,
	"by" VARCHAR(40),
	command VARCHAR(40) NOT NULL,
	type VARCHAR(40) NOT NULL,
	body TEXT NOT NULL,
	streams TEXT NOT NULL,
	PRIMARY KEY (workshop_id, n),
	FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',1,1795384926540,NULL,'1f4fc453-b3b4-4d5a-850b-f3655e136d0f','workshop.opened','{"type":"workshop.opened","code":"3VFVXC","plan":{"name":"A short café","purpose":"Try in twenty minutes how a story café works","minutes":20,"steps":[{"activity":"arrival","title":"Welcome","minutes":2,"words":"Write one note, move it, and place a dot. Nothing counts yet.","tryout":true},{"activity":"story_round","title":"One good day","minutes":6,"words":"Take turns, about a minute each. Put one idea on each note.","prompt":"When did work go really well for you, and what made that possible?","note_kinds":["helped","hindered"],"seating":"mixed","recap":false,"bring_in":false,"note_length":500},{"activity":"themes","title":"What belongs together","minutes":4,"words":"Put notes together that tell of the same thing. Give a group its name last.","from_steps":[],"who":"everyone","names":"last","suggestions":true},{"activity":"dot_voting","title":"What matters most","minutes":2,"words":"","prompt":"Which themes would you most like to see more of?","over":"themes","where":"hall","dots":3,"cap":1,"voters":"participants","take":3,"own":true},{"activity":"plenary","title":"Hearing each table","minutes":3,"words":"","prompt":"What surprised you at your table?","seconds_each":30},{"activity":"closing_questions","title":"One last question","minutes":2,"words":"","questions":["What will you do a little differently from tomorrow on?"],"answer_length":1000},{"activity":"feedback","title":"How was it for you","minutes":1,"words":"","prompt":"What should we keep, and what should we change?"}],"people":{"table_size":4,"smallest":2,"largest":5,"facilitators":"none","facilitator_counts":false,"groups":[]},"times":{"closing_call":30,"late_notes":60,"reopen":300,"seat_held":180},"quoting":{"days":14,"attribution":"anonymous"},"notice":"Who runs this. Your hosts. Ask them who they work for, and why they do this.\n\nWhat is kept. Your notes, dots, chat lines and answers, and the name you give. It may be made up. Your hosts tell you for how long.\n\nWho sees it. The people at your table see your notes with your name, unless you leave it off. On the wall your words stand without your name. So they do in the report, if you say below that they may be quoted; otherwise only the hosts read them. If they have to, the hosts can find out who wrote a note.\n\nWhat we never promise. We never promise secrecy. If someone may be in danger, we tell the people whose job it is to keep them safe. We talk to you first whenever we can.\n\nIf you change your mind. You can change or take back your own notes until shortly after the round. Later, tell a host, and they leave your note out of what they publish.","contacts":[{"name":"Your hosts","how":"Press “Help and worries”, or speak to them in the video call."}]},"practice":false}','{"hall":1,"desk":1}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',2,1795384926661,NULL,'231c708b-822a-430b-8c59-b85d38df45f7','person.joined','{"type":"person.joined","person":"231c708b-822a-430b-8c59-b85d38df45f7","role":"host","group":"","quoting":true,"attribution":"anonymous"}','{"desk":2}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',3,1795384926701,'231c708b-822a-430b-8c59-b85d38df45f7','b236a9a8-18d6-4060-ae90-6c13ff69f57e','agenda.edited','{"type":"agenda.edited","title":"A short café","planned_minutes":60,"table_size":4,"steps":[{"activity":"arrival","title":"Arriving","minutes":5,"words":"","tryout":true},{"activity":"story_round","title":"Our stories","minutes":20,"words":"","prompt":"What helped?","note_kinds":["helped","hindered"],"seating":"mixed","recap":false,"bring_in":false,"note_length":500},{"activity":"themes","title":"What belongs together","minutes":5,"words":"","from_steps":[],"who":"everyone","names":"last","suggestions":true},{"activity":"closing_questions","title":"One question","minutes":5,"words":"","questions":["What will you do?"],"answer_length":1000}],"groups":[]}','{"hall":2,"desk":3,"wall/s3":1,"wall/s4.0":1}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',4,1795384926709,NULL,'7179041d-20f5-4e91-91f8-216d5f20ad76','person.joined','{"type":"person.joined","person":"7179041d-20f5-4e91-91f8-216d5f20ad76","role":"facilitator","group":"","quoting":true,"attribution":"anonymous"}','{"desk":4}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',5,1795384926709,NULL,'7179041d-20f5-4e91-91f8-216d5f20ad76','table.led','{"type":"table.led","table":1,"person":"7179041d-20f5-4e91-91f8-216d5f20ad76","was":null,"left":null,"sat":null}','{"person/7179041d-20f5-4e91-91f8-216d5f20ad76":1,"desk":5,"table/1":1}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',6,1795384926709,NULL,'7179041d-20f5-4e91-91f8-216d5f20ad76','person.went-away','{"type":"person.went-away","person":"7179041d-20f5-4e91-91f8-216d5f20ad76","table":1}','{"desk":6,"table/1":2}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',7,1795384926729,NULL,'5917f95d-f337-42be-b371-4a40dd637d52','person.came-back','{"type":"person.came-back","person":"7179041d-20f5-4e91-91f8-216d5f20ad76","table":1}','{"desk":7,"table/1":3}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',8,1795384926742,NULL,'90c4dcb2-684c-451b-9579-66da99545f46','person.joined','{"type":"person.joined","person":"90c4dcb2-684c-451b-9579-66da99545f46","role":"participant","group":"","quoting":true,"attribution":"anonymous"}','{"desk":8}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',9,1795384926776,NULL,'ef903621-88bb-452d-addc-c170b694344f','person.joined','{"type":"person.joined","person":"ef903621-88bb-452d-addc-c170b694344f","role":"participant","group":"","quoting":true,"attribution":"anonymous"}','{"desk":9}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',10,1795384926814,'231c708b-822a-430b-8c59-b85d38df45f7','b42469a7-c947-455a-b071-4a5f1a42d529','step.opened','{"type":"step.opened","step":"s1"}','{"hall":3}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',11,1795384926830,'231c708b-822a-430b-8c59-b85d38df45f7','4cefa31c-c916-41e2-be89-b9ef85994130','step.closed','{"type":"step.closed","step":"s1","left":299984}','{"hall":4}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',12,1795384926830,'231c708b-822a-430b-8c59-b85d38df45f7','4cefa31c-c916-41e2-be89-b9ef85994130','step.opened','{"type":"step.opened","step":"s2"}','{"hall":5}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',13,1795384926830,'231c708b-822a-430b-8c59-b85d38df45f7','4cefa31c-c916-41e2-be89-b9ef85994130','seats.made','{"type":"seats.made","step":"s2","tables":{"1":["7179041d-20f5-4e91-91f8-216d5f20ad76","90c4dcb2-684c-451b-9579-66da99545f46","ef903621-88bb-452d-addc-c170b694344f"]},"facilitators":{"1":"7179041d-20f5-4e91-91f8-216d5f20ad76"},"seed":2571033886,"repeat_meetings":0,"least_possible":0,"unmet":[]}','{"table/1":4,"person/231c708b-822a-430b-8c59-b85d38df45f7":1,"person/7179041d-20f5-4e91-91f8-216d5f20ad76":2,"person/90c4dcb2-684c-451b-9579-66da99545f46":1,"person/ef903621-88bb-452d-addc-c170b694344f":1,"desk":10}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',14,1795384926837,'7179041d-20f5-4e91-91f8-216d5f20ad76','17aa48be-2248-4384-b8da-7f410c10405d','note.added','{"type":"note.added","note":"17aa48be-2248-4384-b8da-7f410c10405d","step":"s2","table":1,"kind":"helped","text":"A neighbour who listened","by":"7179041d-20f5-4e91-91f8-216d5f20ad76","rank":1.0,"entered_by":null,"anonymous":false,"builds_on":[],"brought_from":null,"late":false}','{"person/7179041d-20f5-4e91-91f8-216d5f20ad76":3,"desk":11,"table/1":5,"wall/s3":2}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',15,1795384926839,'90c4dcb2-684c-451b-9579-66da99545f46','0710b041-8bbf-4a27-8879-2307216d368e','note.added','{"type":"note.added","note":"0710b041-8bbf-4a27-8879-2307216d368e","step":"s2","table":1,"kind":"helped","text":"Waiting lists, and nobody who knows","by":"90c4dcb2-684c-451b-9579-66da99545f46","rank":2.0,"entered_by":null,"anonymous":false,"builds_on":[],"brought_from":null,"late":false}','{"person/90c4dcb2-684c-451b-9579-66da99545f46":2,"desk":12,"table/1":6,"wall/s3":3}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',16,1795384926842,'ef903621-88bb-452d-addc-c170b694344f','e6ce2d5e-815a-49b7-b15b-f96ffc7049d7','note.added','{"type":"note.added","note":"e6ce2d5e-815a-49b7-b15b-f96ffc7049d7","step":"s2","table":1,"kind":"helped","text":"Ein Äpfelchen 🍎; it''s “fine”","by":"ef903621-88bb-452d-addc-c170b694344f","rank":3.0,"entered_by":null,"anonymous":false,"builds_on":[],"brought_from":null,"late":false}','{"person/ef903621-88bb-452d-addc-c170b694344f":2,"desk":13,"table/1":7,"wall/s3":4}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',17,1795384926847,'231c708b-822a-430b-8c59-b85d38df45f7','ffc911f0-d87a-4603-a576-c27f67ee4394','step.closed','{"type":"step.closed","step":"s2","left":1199983}','{"hall":6}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',18,1795384926847,'231c708b-822a-430b-8c59-b85d38df45f7','ffc911f0-d87a-4603-a576-c27f67ee4394','step.opened','{"type":"step.opened","step":"s3"}','{"hall":7}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',19,1795384926869,'231c708b-822a-430b-8c59-b85d38df45f7','a6d7db83-25e9-4e40-bcbe-d5d9ae4797da','step.closed','{"type":"step.closed","step":"s3","left":299978}','{"hall":8}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',20,1795384926869,'231c708b-822a-430b-8c59-b85d38df45f7','a6d7db83-25e9-4e40-bcbe-d5d9ae4797da','step.opened','{"type":"step.opened","step":"s4"}','{"hall":9}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',21,1795384926883,'231c708b-822a-430b-8c59-b85d38df45f7','82116e5b-09b4-4b36-a6fd-a29a9bf2cda1','step.closed','{"type":"step.closed","step":"s4","left":299986}','{"hall":10}');
INSERT INTO "entry" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',22,1795384926883,'231c708b-822a-430b-8c59-b85d38df45f7','82116e5b-09b4-4b36-a6fd-a29a9bf2cda1','workshop.closed','{"type":"workshop.closed"}','{"hall":11,"desk":14}');
INSERT INTO "entry" VALUES('1c7f4de0-594f-438a-ad2c-47ae0ea8f953',1,1795384927633,NULL,'72e1eee9-5e86-49a6-8327-3c3ce877ce27','workshop.opened','{"type":"workshop.opened","code":"K3LWY7","plan":{"name":"A short café","purpose":"Try in twenty minutes how a story café works","minutes":20,"steps":[{"activity":"arrival","title":"Welcome","minutes":2,"words":"Write one note, move it, and place a dot. Nothing counts yet.","tryout":true},{"activity":"story_round","title":"One good day","minutes":6,"words":"Take turns, about a minute each. Put one idea on each note.","prompt":"When did work go really well for you, and what made that possible?","note_kinds":["helped","hindered"],"seating":"mixed","recap":false,"bring_in":false,"note_length":500},{"activity":"themes","title":"What belongs together","minutes":4,"words":"Put notes together that tell of the same thing. Give a group its name last.","from_steps":[],"who":"everyone","names":"last","suggestions":true},{"activity":"dot_voting","title":"What matters most","minutes":2,"words":"","prompt":"Which themes would you most like to see more of?","over":"themes","where":"hall","dots":3,"cap":1,"voters":"participants","take":3,"own":true},{"activity":"plenary","title":"Hearing each table","minutes":3,"words":"","prompt":"What surprised you at your table?","seconds_each":30},{"activity":"closing_questions","title":"One last question","minutes":2,"words":"","questions":["What will you do a little differently from tomorrow on?"],"answer_length":1000},{"activity":"feedback","title":"How was it for you","minutes":1,"words":"","prompt":"What should we keep, and what should we change?"}],"people":{"table_size":4,"smallest":2,"largest":5,"facilitators":"none","facilitator_counts":false,"groups":[]},"times":{"closing_call":30,"late_notes":60,"reopen":300,"seat_held":180},"quoting":{"days":14,"attribution":"anonymous"},"notice":"Who runs this. Your hosts. Ask them who they work for, and why they do this.\n\nWhat is kept. Your notes, dots, chat lines and answers, and the name you give. It may be made up. Your hosts tell you for how long.\n\nWho sees it. The people at your table see your notes with your name, unless you leave it off. On the wall your words stand without your name. So they do in the report, if you say below that they may be quoted; otherwise only the hosts read them. If they have to, the hosts can find out who wrote a note.\n\nWhat we never promise. We never promise secrecy. If someone may be in danger, we tell the people whose job it is to keep them safe. We talk to you first whenever we can.\n\nIf you change your mind. You can change or take back your own notes until shortly after the round. Later, tell a host, and they leave your note out of what they publish.","contacts":[{"name":"Your hosts","how":"Press “Help and worries”, or speak to them in the video call."}]},"practice":false}','{"hall":1,"desk":1}');
INSERT INTO "entry" VALUES('1c7f4de0-594f-438a-ad2c-47ae0ea8f953',2,1795384927802,NULL,'3837114a-a24a-4b99-a32f-824088f55a8e','person.joined','{"type":"person.joined","person":"3837114a-a24a-4b99-a32f-824088f55a8e","role":"host","group":"","quoting":true,"attribution":"anonymous"}','{"desk":2}');
INSERT INTO "entry" VALUES('1c7f4de0-594f-438a-ad2c-47ae0ea8f953',3,1795384927882,'3837114a-a24a-4b99-a32f-824088f55a8e','766addf0-dca6-4363-909e-5d874ae93f23','agenda.edited','{"type":"agenda.edited","title":"A short café","planned_minutes":60,"table_size":4,"steps":[{"activity":"arrival","title":"Arriving","minutes":5,"words":"","tryout":true},{"activity":"story_round","title":"Our stories","minutes":20,"words":"","prompt":"What helped?","note_kinds":["helped","hindered"],"seating":"mixed","recap":false,"bring_in":false,"note_length":500}],"groups":[]}','{"hall":2,"desk":3}');
CREATE TABLE harvest (
	workshop_id VARCHAR(40) NOT NULL,
	pressed_at_n BIGINT NOT NULL,
	pressing VARCHAR(40) NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (workshop_id),
	FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);
INSERT INTO "harvest" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5',22,'1f53cf2f-62b6-4758-b8b5-703f118cdd15','{"format":4,"published":false,"attribution":"anonymous","workshop":"0d22a2ce-7247-416f-ada1-279062f623d5","code":"3VFVXC","title":"A short café","purpose":"Try in twenty minutes how a story café works","plan":"A short café","planned_minutes":60,"contacts":[{"name":"Your hosts","how":"Press “Help and worries”, or speak to them in the video call."}],"closed":true,"practice":false,"opened_at":1795384926540,"started_at":1795384926814,"closed_at":1795384926883,"through":22,"in_short":[],"attendance":{"anchor":"who-was-there","entries":[2,4,8,9,13],"evidence":["round-s2"],"text":"A total of 4 participants including the support team.","people":4,"participants":2,"support":2,"facilitators":1,"hosts":1,"only_joined":0},"rounds":[],"walls":[],"themes":[],"votes":[],"decisions":[],"missing":[],"priorities":[],"groups":[],"plenaries":[],"questions":[],"feedback":[],"steps":[],"pictures":{"themes":[{"board":"s3","title":"What belongs together","notes":3,"not_grouped":3,"at_tables":true,"themes":[]}],"maps":[],"mixing":{"people":3,"twice":0,"rounds":[{"no":1,"title":"Our stories","people":3,"tables":1,"new":3,"again":0}],"met":[[2,3]]},"timeline":{"length":69,"every":10000,"counts":[3],"bands":[{"title":"Arriving","begin":0,"end":16,"notes":0,"chat":0,"answers":0},{"title":"Our stories","begin":16,"end":33,"notes":3,"chat":0,"answers":0},{"title":"What belongs together","begin":33,"end":55,"notes":0,"chat":0,"answers":0},{"title":"One question","begin":55,"end":69,"notes":0,"chat":0,"answers":0}]}},"blueprint":{"context":null,"in_the_way":[],"helps":[],"both":[],"experiments":[],"coverage":[],"issued":[],"notices":[]},"passages":[],"statements":[]}');
CREATE TABLE harvest_line (
	workshop_id VARCHAR(40) NOT NULL,
	section VARCHAR(60) NOT NULL,
	"key" VARCHAR(200) NOT NULL,
	within VARCHAR(200) NOT NULL,
	place INTEGER NOT NULL,
	body TEXT NOT NULL,
	entries TEXT NOT NULL,
	PRIMARY KEY (workshop_id, section, "key"),
	FOREIGN KEY(workshop_id) REFERENCES harvest (workshop_id) ON DELETE CASCADE
);
INSERT INTO "harvest_line" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5','in_short','short-1','',0,'{"anchor":"short-1","evidence":["who-was-there"],"text":"A total of 4 participants including the support team."}','[2,4,8,9,13]');
INSERT INTO "harvest_line" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5','in_short','short-2','',1,'{"anchor":"short-2","evidence":["round-s2"],"text":"3 people sat at 1 table and wrote 3 notes in 1 round."}','[12,13,17]');
INSERT INTO "harvest_line" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5','rounds.notes','note-17aa48be-2248-4384-b8da-7f410c10405d','round-s2',0,'{"anchor":"note-17aa48be-2248-4384-b8da-7f410c10405d","evidence":[],"id":"17aa48be-2248-4384-b8da-7f410c10405d","step":"s2","round":1,"table":1,"kind":"helped","text":"A neighbour who listened","highlighted":false,"late":false,"edited":0,"builds_on":[],"brought_from":null,"by":""}','[14]');
INSERT INTO "harvest_line" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5','rounds.notes','note-0710b041-8bbf-4a27-8879-2307216d368e','round-s2',1,'{"anchor":"note-0710b041-8bbf-4a27-8879-2307216d368e","evidence":[],"id":"0710b041-8bbf-4a27-8879-2307216d368e","step":"s2","round":1,"table":1,"kind":"helped","text":"Waiting lists, and nobody who knows","highlighted":false,"late":false,"edited":0,"builds_on":[],"brought_from":null,"by":""}','[15]');
INSERT INTO "harvest_line" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5','rounds.notes','note-e6ce2d5e-815a-49b7-b15b-f96ffc7049d7','round-s2',2,'{"anchor":"note-e6ce2d5e-815a-49b7-b15b-f96ffc7049d7","evidence":[],"id":"e6ce2d5e-815a-49b7-b15b-f96ffc7049d7","step":"s2","round":1,"table":1,"kind":"helped","text":"Ein Äpfelchen 🍎; it''s “fine”","highlighted":false,"late":false,"edited":0,"builds_on":[],"brought_from":null,"by":""}','[16]');
INSERT INTO "harvest_line" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5','rounds','round-s2','',0,'{"anchor":"round-s2","evidence":["note-17aa48be-2248-4384-b8da-7f410c10405d","note-0710b041-8bbf-4a27-8879-2307216d368e","note-e6ce2d5e-815a-49b7-b15b-f96ffc7049d7"],"step":"s2","no":1,"title":"Our stories","prompt":"What helped?","planned_minutes":20,"taken_seconds":0,"people":3,"participants":2,"support":1,"tables":1,"seats":[{"table":1,"participants":2,"support":1}],"repeat_meetings":0,"least_possible":0,"unmet":[],"kinds":[{"kind":"helped","notes":3,"tables":1},{"kind":"hindered","notes":0,"tables":0}],"note_tables":1,"notes":[]}','[12,13,17]');
INSERT INTO "harvest_line" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5','walls','wall-s3','',0,'{"anchor":"wall-s3","evidence":["note-17aa48be-2248-4384-b8da-7f410c10405d","note-0710b041-8bbf-4a27-8879-2307216d368e","note-e6ce2d5e-815a-49b7-b15b-f96ffc7049d7"],"step":"s3","title":"What belongs together","notes":3,"themes":0,"not_grouped":["17aa48be-2248-4384-b8da-7f410c10405d","0710b041-8bbf-4a27-8879-2307216d368e","e6ce2d5e-815a-49b7-b15b-f96ffc7049d7"]}','[18,19]');
INSERT INTO "harvest_line" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5','questions','question-s4-0','',0,'{"anchor":"question-s4-0","evidence":[],"step":"s4","no":1,"text":"What will you do?","answers":[],"topics":[],"not_grouped":[]}','[20,21]');
INSERT INTO "harvest_line" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5','steps','step-s1','',0,'{"anchor":"step-s1","evidence":[],"step":"s1","title":"Arriving","activity":"arrival","phase":"closed","planned_minutes":5,"added_minutes":0,"taken_seconds":0,"stretches":[0],"reopened":0}','[10,11]');
INSERT INTO "harvest_line" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5','steps','step-s2','',1,'{"anchor":"step-s2","evidence":[],"step":"s2","title":"Our stories","activity":"story_round","phase":"closed","planned_minutes":20,"added_minutes":0,"taken_seconds":0,"stretches":[0],"reopened":0}','[12,17]');
INSERT INTO "harvest_line" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5','steps','step-s3','',2,'{"anchor":"step-s3","evidence":[],"step":"s3","title":"What belongs together","activity":"themes","phase":"closed","planned_minutes":5,"added_minutes":0,"taken_seconds":0,"stretches":[0],"reopened":0}','[18,19]');
INSERT INTO "harvest_line" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5','steps','step-s4','',3,'{"anchor":"step-s4","evidence":[],"step":"s4","title":"One question","activity":"closing_questions","phase":"closed","planned_minutes":5,"added_minutes":0,"taken_seconds":0,"stretches":[0],"reopened":0}','[20,21]');
INSERT INTO "harvest_line" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5','blueprint.notices','notice-1','',0,'{"anchor":"notice-1","evidence":[],"text":"Nobody grouped notes into themes, so nothing is drafted here about what gets in the way and what helps. Read the notes in the report and group them together with the people who wrote them."}','[]');
INSERT INTO "harvest_line" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5','blueprint.notices','notice-2','',1,'{"anchor":"notice-2","evidence":[],"text":"No table chose ideas to bring to everyone, so there is no experiment to draft. Ask the tables which of their ideas they want to try first."}','[]');
CREATE TABLE person (
	workshop_id VARCHAR(40) NOT NULL,
	id VARCHAR(40) NOT NULL,
	name TEXT NOT NULL,
	PRIMARY KEY (workshop_id, id),
	FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);
INSERT INTO "person" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5','231c708b-822a-430b-8c59-b85d38df45f7','Hal');
INSERT INTO "person" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5','7179041d-20f5-4e91-91f8-216d5f20ad76','Fay');
INSERT INTO "person" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5','90c4dcb2-684c-451b-9579-66da99545f46','Ann');
INSERT INTO "person" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5','ef903621-88bb-452d-addc-c170b694344f','Bob');
INSERT INTO "person" VALUES('1c7f4de0-594f-438a-ad2c-47ae0ea8f953','3837114a-a24a-4b99-a32f-824088f55a8e','Hal');
CREATE TABLE webhook (
	id VARCHAR(40) NOT NULL,
	url TEXT NOT NULL,
	event VARCHAR(40) NOT NULL,
	workshop_id VARCHAR(40),
	made_at BIGINT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);
CREATE TABLE workshop (
	id VARCHAR(40) NOT NULL,
	code VARCHAR(12) NOT NULL,
	title TEXT NOT NULL,
	status VARCHAR(20) NOT NULL,
	practice BOOLEAN NOT NULL,
	created_at BIGINT NOT NULL,
	updated_at BIGINT NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (code)
);
INSERT INTO "workshop" VALUES('0d22a2ce-7247-416f-ada1-279062f623d5','3VFVXC','A short café','closed',0,1795384926540,1795384926883);
INSERT INTO "workshop" VALUES('1c7f4de0-594f-438a-ad2c-47ae0ea8f953','K3LWY7','A short café','lobby',0,1795384927633,1795384927633);
COMMIT;
